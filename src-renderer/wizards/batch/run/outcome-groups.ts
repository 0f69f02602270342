import type { BatchRow } from '../../../../src-main/contract/models/batch.ts'
import type { ShownError } from '../../../strings/errors.ts'
import { errorOfRow } from './row-text.ts'
import type { KnownRows } from './batch-run-state.ts'

/** Computers that have the same cause in common. */
export interface OutcomeGroup {
  readonly key: string
  /** The explained error of the first of them. */
  readonly error: ShownError
  readonly rows: readonly BatchRow[]
}

/** What tells causes apart: Windows' own code says more than the app's, and a sentence counts where there is none. */
const causeOf = ({ code, hresult, field, message }: ShownError, { name, target }: BatchRow): string => {
  if (hresult !== undefined) return `${hresult}`
  const names = [name, target.place === 'this-computer' ? '' : target.host].filter((text) => text !== '')
  const plain = names.reduce((text, one) => text.replaceAll(one, ''), message)
  return [code, field ?? '', plain].join(' ')
}

/** Groups the computers that are asked for by cause, the greatest group first. Computers without an explained error come last. */
export const groupsOf = (rows: KnownRows, isAsked: (row: BatchRow) => boolean): readonly OutcomeGroup[] => {
  const groups = new Map<string, { error: ShownError; rows: BatchRow[] }>()
  for (const row of rows) {
    if (row === null || !isAsked(row)) continue
    const error = errorOfRow(row)
    const key = causeOf(error, row)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { error, rows: [row] })
    else group.rows.push(row)
  }
  return [...groups]
    .map(([key, group]) => ({ key, ...group }))
    .toSorted((one, other) => other.rows.length - one.rows.length)
}
