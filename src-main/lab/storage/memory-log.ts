import type { CallLog } from './call-log.ts'

/** A log that lives and dies with its process. */
export const createMemoryLog = (): CallLog => {
  const lines: string[] = []
  let taken = 0
  return {
    catchUp: (take) => {
      while (taken < lines.length) {
        const line = lines[taken]
        taken += 1
        if (line !== undefined) take(line)
      }
    },
    append: (line) => {
      lines.push(line)
    },
    all: () => [...lines],
    exclusively: async (run) => run(),
    close: () => undefined,
  }
}
