/** Names of the wizard's steps, in order. */
export const stepNames = ['Computer', 'Host key', 'Options', 'Review', 'Set up'] as const

export const wizard = {
  progress: 'Progress of the plan',
  title: 'Set up a KMS host',
  running: (name: string) => `Setting up ${name} as a KMS host`,
} as const
