import { EntryCollector, type Collected } from './entry-collector.ts'
import type { Pace } from './pace.ts'

/** Names per piece of work. */
const piece = 500

/**
 * Names as they are typed or pasted: one or many, parted by lines, blanks, tabs, commas, semicolons or bars; quotation marks
 * around a name are left out. Lines are counted from 1.
 */
export const readTypedNames = async (text: string, pace: Pace): Promise<Collected> => {
  const collector = new EntryCollector()
  let taken = 0
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    for (const part of line.split(/[\s,;|]+/)) {
      const name = part.replace(/^"(.*)"$/, '$1')
      if (name === '') continue
      collector.add({ line: index + 1, name })
      taken += 1
      if (taken % piece === 0) await pace()
    }
  }
  return collector.collected()
}
