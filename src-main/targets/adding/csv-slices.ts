/** Characters of a piece that is parsed at a stretch. */
const pieceSize = 64 * 1024
/** A record longer than this has a quotation mark that was never closed. */
const longestRecord = 256 * 1024

/** A piece of whole records, and the line that it begins with (from 1). `unclosed`: the quotation mark of its line is never closed. */
export interface CsvSlice {
  readonly text: string
  readonly line: number
  readonly unclosed: boolean
}

/**
 * Cuts a CSV text into pieces that end between two records, so that no parser has to take all of it at once: a record ends
 * at a line end before which quotation marks are even in number.
 */
export function* sliceRecords(text: string): Generator<CsvSlice> {
  let [start, line] = [0, 1]
  let [record, recordLine] = [0, 1]
  let [at, here, quotes] = [0, 1, 0]
  // The next quotation mark is kept: looking for it anew in every line would go through all that follows each time.
  let quote = text.indexOf('"')
  while (at < text.length) {
    const found = text.indexOf('\n', at)
    const end = found === -1 ? text.length : found + 1
    for (; quote !== -1 && quote < end; quote = text.indexOf('"', quote + 1)) quotes += 1
    at = end
    here += 1
    if (quotes % 2 === 0) {
      ;[record, recordLine, quotes] = [at, here, 0]
      if (at - start < pieceSize) continue
      yield { text: text.slice(start, at), line, unclosed: false }
      ;[start, line] = [at, here]
    } else if (at - record > longestRecord) break
  }
  if (record > start) yield { text: text.slice(start, record), line, unclosed: false }
  if (record < text.length) yield { text: text.slice(record, record + 200), line: recordLine, unclosed: true }
}
