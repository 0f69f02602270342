/** Words of the ways on from a page about one computer. */
export const nextSteps = {
  heading: 'What you can do now',
  details: 'Licensing details',
  check: 'Check this computer',
} as const

/** Wizards that take over the computer of such a page, in the order in which they are offered. */
export const wizardSteps: readonly { readonly wizard: string; readonly label: string }[] = [
  { wizard: 'configure-client', label: 'Configure as a KMS client' },
  { wizard: 'convert-computer', label: 'Convert to another kind of key' },
  { wizard: 'prepare-remote', label: 'Prepare remote management' },
]
