import Papa from 'papaparse'
import { AppFailure } from '../../contract/app-error.ts'
import type { ComputerPreview, CsvField, CsvReading } from '../../contract/models/estate-adding.ts'
import { decodeCsv } from './csv-bytes.ts'
import { recogniseColumns, type CsvColumns } from './csv-columns.ts'
import { sliceRecords } from './csv-slices.ts'
import { EntryCollector, type Collected, type RawEntry } from './entry-collector.ts'
import type { Pace } from './pace.ts'

type Separator = NonNullable<CsvReading['separator']>

/** Records between two looks at the clock. */
const piece = 64

const separators: readonly Separator[] = [';', ',', '\t', '|']

/** The separator that divides the first lines most evenly; a comma where there is one column only. */
const recogniseSeparator = (sample: string): Separator => {
  const { meta } = Papa.parse(sample, { preview: 20, delimitersToGuess: [...separators], skipEmptyLines: true })
  return separators.find((separator) => separator === meta.delimiter) ?? ','
}

const lineEnds = (cells: readonly string[]): number =>
  cells.reduce((count, cell) => count + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0)

const entryOf = (cells: readonly string[], { columns }: CsvColumns, line: number): RawEntry => {
  const cell = (field: CsvField): string => cells[columns.findIndex((column) => column.field === field)] ?? ''
  return {
    line,
    name: cell('name'),
    group: cell('group'),
    tags: cell('tags').split(/[,;|]/),
    note: cell('note'),
    ou: cell('ou'),
  }
}

const noNames = (): AppFailure =>
  new AppFailure({
    code: 'invalid-input',
    field: 'columns',
    message: 'No column is taken for the computer names.',
    remedy: 'Choose which column holds the names.',
    retryable: false,
  })

/** A preview's facts about a file. */
export type CsvFacts = NonNullable<ComputerPreview['csv']>

/**
 * Computers from a CSV file: separators `;` `,` tab and `|`, quotation marks, encodings as decodeCsv has them, a first line
 * of titles or none. Every line that cannot be taken is a problem with its number. Works in small pieces. Throws AppFailure
 * `invalid-input` (field `file` or `columns`) where nothing of it can be read.
 */
export const readCsvComputers = async (
  bytes: Uint8Array,
  reading: CsvReading,
  pace: Pace,
): Promise<Collected & { readonly csv: CsvFacts }> => {
  const { text, encoding } = await decodeCsv(bytes, reading.encoding, pace)
  const separator = reading.separator ?? recogniseSeparator(text.slice(0, 64 * 1024))
  const collector = new EntryCollector()
  let columns: CsvColumns | null = null

  const take = (cells: readonly string[], line: number): void => {
    if (cells.every((cell) => cell.trim() === '')) return
    if (columns !== null) return collector.add(entryOf(cells, columns, line))
    columns = recogniseColumns(cells, reading)
    if (!columns.columns.some(({ field }) => field === 'name')) throw noNames()
    if (!columns.recognised && cells.length > 1)
      collector.problem({
        level: 'warning',
        line,
        field: 'name',
        value: cells.join(separator),
        message: 'No title of the first line says which column holds the computer names; the first column was taken.',
        remedy: 'Choose the columns by hand where this is wrong.',
      })
    if (!columns.header) collector.add(entryOf(cells, columns, line))
  }

  for (const slice of sliceRecords(text)) {
    if (slice.unclosed) {
      const message = 'A quotation mark in this line is never closed, so that the rest of the file was not read.'
      const remedy = 'Close it, or take it out.'
      collector.problem({ level: 'error', line: slice.line, field: 'file', value: slice.text, message, remedy })
      continue
    }
    let line = slice.line
    let taken = 0
    for (const cells of Papa.parse<string[]>(slice.text, { delimiter: separator }).data) {
      take(cells, line)
      line += 1 + lineEnds(cells)
      taken += 1
      if (taken % piece === 0) await pace()
    }
    await pace()
  }
  const known: CsvColumns = columns ?? { header: false, recognised: false, columns: [] }
  return { ...collector.collected(), csv: { separator, encoding, header: known.header, columns: [...known.columns] } }
}
