const computers = (count: number): string => (count === 1 ? 'one computer' : `${count} computers`)

/** The words of how a batch goes through its computers. */
export const batchPolicy = {
  title: 'How to go through them',
  onFailure: 'When a computer fails',
  continue: 'Go on with the others',
  continueHint: 'Every computer gets its turn. Those that failed can be run again afterwards.',
  stopAtFirst: 'Stop at the first one',
  stopAtFirstHint: 'No further computer is begun. Those that are being worked on come to their end.',
  stopAfter: 'Stop after several',
  stopAfterHint: 'For faults that show only with numbers, such as a KMS host that does not answer.',
  stopAfterNumber: 'Failures',
  tryFirst: 'Try it on the first computers, then ask me',
  tryFirstHint: 'The others wait until you have seen how it went and let them go on.',
  first: 'How many go first',
  concurrency: 'Computers at the same time',
  concurrencyHint: 'From 1 to 128. Fewer for a slow network.',
  numberWrong: (typed: string, most: number) =>
    `“${typed.trim()}” is no number from 1 to ${most}. Type a whole number.`,
  summary: {
    continue: 'Goes on with the others when a computer fails',
    'stop-at-first': 'Stops at the first computer that fails',
    stopAfter: (failures: number) => `Stops after ${computers(failures)} failed`,
    canary: (first: number) => `${computers(first)} first, then it waits for you`,
    allAtOnce: 'All computers, without waiting for you',
    concurrency: (count: number) => `${computers(count)} at the same time`,
  },
  labels: { onFailure: 'When one fails', canary: 'Order', concurrency: 'At the same time' },
} as const
