/** The words of the last step of a wizard while its plan runs or waits. */
export const running = {
  headingInterrupted: 'The plan was interrupted',
  headingWaiting: 'The plan waits for you',
  headingStopped: 'The plan was stopped',
  intro: 'You may close this page. The plan goes on and stays under Tasks until it has ended.',
  progress: (done: number, total: number) => `${done} of ${total} steps done`,
  elapsed: (time: string) => `Running for ${time}`,
  stop: 'Stop after this step',
  stopping: 'The plan stops when the running step has ended. A step that has begun is not cut off.',
  close: 'Close',
  resume: 'Check and resume',
  discard: 'Discard the plan',
  interrupted:
    'The app or its connection to Windows ended while a step was running, so what that step did is not known. “Check and resume” looks first at what the computer shows, and repeats the step only if it was not done.',
  stopped: 'It ended after the step that was running. “Check and resume” goes on with the next step.',
  waiting: 'The plan needs something from you before it can go on.',
  secretsTitle: 'Type these again',
  secretsBody:
    'Keys and passwords are never kept on disk, so the app has forgotten them. Type the same ones as before; the app compares them without having stored them.',
  secretLabel: (label: string, lastFive: string | null) =>
    `${label.charAt(0).toUpperCase()}${label.slice(1)}${lastFive === null ? '' : ` (ends in ${lastFive})`}`,
  secretMissing: (label: string) => `Type this again: ${label}.`,
  steps: 'Steps of the plan',
  state: 'State',
  took: (time: string) => `took ${time}`,
  deferredTitle: 'Left for later',
  deferredIntro:
    'Windows refuses these settings until the host is activated, so the plan leaves them out. Make them when it is: on the page KMS hosts, or with the commands.',
  loading: 'Reading the plan',
  loadFailed: 'The plan could not be read',
  actionFailed: 'That did not work',
} as const
