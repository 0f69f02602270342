/** Words that several pages share. */
export const common = {
  appName: 'Activation Field Kit',
  loading: 'Loading',
  cancel: 'Cancel',
  close: 'Close',
  back: 'Back',
  next: 'Next',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Could not copy. Select the text and press Ctrl+C.',
  copyNamed: (what: string) => `Copy ${what}`,
  showDetails: 'Show details',
  hideDetails: 'Hide details',
  copyDetails: 'Copy details',
  tryAgain: 'Try again',
  whatToDo: 'What to do: ',
  errorCode: 'Code',
  hresult: 'Windows result',
  computer: 'Computer',
  detail: 'Detail',
  navigation: 'Main',
  computers: 'Computers',
  tasks: 'Tasks',
  journal: 'Journal',
  kmsHosts: 'KMS hosts',
  deploymentMap: 'Deployment map',
  expiry: 'Expiry',
  publishDns: 'KMS in DNS',
  lab: 'Lab',
  errorLookup: 'Error look-up',
  licensingDetails: 'Licensing details',
  checkComputer: 'Check this computer',
  version: (version: string) => `Version ${version}`,
  notElevated: 'Not elevated',
  elevated: 'Elevated',
  stepOf: (index: number, count: number, name: string) => `Step ${index} of ${count}, ${name}`,
  steps: 'Steps',
  openLog: 'Open the log folder',
} as const

/** Words for the levels of a finding, read out where an icon stands. */
export const levelNames = {
  ok: 'In order',
  info: 'Note',
  warning: 'Warning',
  problem: 'Problem',
  skipped: 'Not checked',
} as const

export const crash = {
  heading: 'This page could not be drawn',
  body: 'A fault in the app stopped the page. A plan that is running goes on in the background, and the journal is kept.',
  reload: 'Load the window again',
} as const

/** The question before a wizard with typed input is left. */
export const discardDraft = {
  title: 'Discard what you typed?',
  body: 'Nothing has been changed on any computer. What you entered in this wizard is forgotten.',
  confirm: 'Discard',
  cancel: 'Keep editing',
} as const
