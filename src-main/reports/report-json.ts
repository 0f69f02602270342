import { inPieces, type Breathe } from './in-pieces.ts'
import type { Report } from './report-model.ts'

const listOf = async (name: string, list: readonly unknown[] | null, breathe: Breathe): Promise<readonly string[]> => {
  if (list === null) return [`,\n  "${name}": null`]
  const pieces = await inPieces(
    list.length,
    (from, to) =>
      list
        .slice(from, to)
        .map((item, index) => `${from + index === 0 ? '' : ','}\n    ${JSON.stringify(item)}`)
        .join(''),
    breathe,
  )
  return [`,\n  "${name}": [`, ...pieces, list.length === 0 ? ']' : '\n  ]']
}

/**
 * A report as JSON: the fields of its head, then `summary`, `computers`, `changes` and `plans` (docs/report-json.md), null where a
 * part was not asked for. One line per computer, so that two reports can be compared.
 */
export const reportJson = async (report: Report, breathe: Breathe): Promise<string> => {
  const head = JSON.stringify(report.head, null, 2).slice(0, -2)
  const pieces = [
    head,
    `,\n  "summary": ${JSON.stringify(report.summary)}`,
    ...(await listOf('computers', report.computers, breathe)),
    ...(await listOf('changes', report.changes, breathe)),
    ...(await listOf('plans', report.plans, breathe)),
    '\n}\n',
  ]
  return pieces.join('')
}
