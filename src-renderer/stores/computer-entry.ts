import type { ComputerRow } from '../../src-main/contract/models/estate.ts'
import { channelNames, outcomeNames } from '../strings/computers/outcomes.ts'

/** A computer as a line of the table, with what filtering needs. Made once for each change of the row. */
export interface Entry {
  readonly kind: 'row'
  /** Its key among all lines. */
  readonly key: string
  readonly row: ComputerRow
  /** All that a filter looks through, in small letters. */
  readonly text: string
}

/** Makes the entry of a row. */
export const entryOf = (row: ComputerRow): Entry => {
  const { licence } = row
  const parts = [
    row.name,
    row.host === row.name ? null : row.host,
    outcomeNames[row.outcome],
    row.os?.caption,
    licence === null ? null : channelNames[licence.kind],
    licence?.channel,
    licence?.partialKey,
    row.kmsHost,
    row.group,
    ...row.tags,
    row.ou,
    row.note,
    row.cmid,
    row.hresult === null ? null : `0x${row.hresult.toString(16).padStart(8, '0')}`,
  ]
  return {
    kind: 'row',
    key: `r${row.id}`,
    row,
    text: parts
      .filter((part) => part !== null && part !== undefined && part !== '')
      .join('\n')
      .toLowerCase(),
  }
}
