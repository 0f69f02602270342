/** Names of the wizard's steps, in order. */
export const stepNames = ['Computer', 'Host key', 'Options', 'Review', 'Set up'] as const

/** The step "Computer". */
export const targetWords = {
  heading: 'Choose the computer that becomes the KMS host',
  intro:
    'A KMS host activates the volume-licensed Windows computers of your organisation. One or two hosts serve everybody; a server that is always on is the usual choice.',
  passed: (name: string) => `${name} can be set up from here.`,
  failed: (name: string) => `${name} cannot be set up yet. Mend what is marked as a problem, then test again.`,
} as const

export const wizard = {
  progress: 'Progress of the plan',
  title: 'Set up a KMS host',
  running: (name: string) => `Setting up ${name} as a KMS host`,
} as const
