import type { ComputerRow } from '../../../../src-main/contract/models/estate.ts'
import { timeText } from '../../../format/time.ts'
import { channelNames, outcomeLevels, outcomeNames } from '../../../strings/computers/outcomes.ts'
import { columnNames, tableWords } from '../../../strings/computers/table.ts'

export type ColumnId = keyof typeof columnNames

/** A column of the table. */
export interface ComputerColumn {
  readonly id: ColumnId
  readonly title: string
  /** Pixels, unless the person chose another width. */
  readonly width: number
  readonly text: (row: ComputerRow) => string
  /** What rows are sorted by; the text in small letters with its numbers made comparable where it is left out. */
  readonly order?: (row: ComputerRow) => number | string
  /** Figures stand to the right. */
  readonly numeric?: boolean
}

const day = (iso: string): string => timeText(iso).slice(0, 10)
const expiry = ({ licence }: ComputerRow): string => {
  if (licence === null) return ''
  if (licence.expiresAt !== null) return day(licence.expiresAt)
  return licence.status === 'licensed' ? tableWords.noExpiry : ''
}

const levelOrder = ['problem', 'warning', 'skipped', 'info', 'ok'] as const

const column = (
  id: ColumnId,
  width: number,
  text: ComputerColumn['text'],
  more: Pick<ComputerColumn, 'order' | 'numeric'> = {},
): ComputerColumn => ({ id, title: columnNames[id], width, text, ...more })

/** Every column that the table can show, in the usual order. */
export const allColumns: readonly ComputerColumn[] = [
  column('name', 230, (row) => row.name),
  column('outcome', 190, (row) => outcomeNames[row.outcome], {
    order: (row) => `${levelOrder.indexOf(outcomeLevels[row.outcome] as 'ok')}${outcomeNames[row.outcome]}`,
  }),
  column('os', 220, (row) => row.os?.caption.replace(/^Microsoft /, '') ?? ''),
  column('channel', 100, (row) => (row.licence === null ? '' : channelNames[row.licence.kind])),
  column('expires', 120, expiry, { order: ({ licence }) => licence?.expiresAt ?? '9' }),
  column('kmsHost', 190, (row) => row.kmsHost ?? ''),
  column('group', 120, (row) => row.group ?? ''),
  column('lastScan', 150, (row) => (row.lastScanAt === null ? '' : timeText(row.lastScanAt)), {
    order: (row) => row.lastScanAt ?? '',
  }),
  column('tags', 140, (row) => row.tags.join(', ')),
  column('ou', 220, (row) => row.ou ?? ''),
  column('note', 200, (row) => row.note ?? ''),
  column('host', 160, (row) => row.host),
  column('previous', 150, (row) => (row.previousOutcome === null ? '' : outcomeNames[row.previousOutcome])),
  column('partialKey', 100, (row) => row.licence?.partialKey ?? ''),
  column('cmid', 290, (row) => row.cmid ?? ''),
  column('count', 100, (row) => (row.currentCount === null ? '' : String(row.currentCount)), {
    order: (row) => row.currentCount ?? -1,
    numeric: true,
  }),
  column('user', 160, (row) => row.user ?? ''),
]

const byId = new Map<string, ComputerColumn>(allColumns.map((one) => [one.id, one]))

/** The column of a name; undefined for a name of another version of the app. */
export const columnOf = (id: string): ComputerColumn | undefined => byId.get(id)

/** The columns that are shown unless the person chose others. */
export const usualColumns: readonly ColumnId[] = [
  'name',
  'outcome',
  'os',
  'channel',
  'expires',
  'kmsHost',
  'group',
  'lastScan',
]

/** The columns by which rows can be put together. */
export const groupingColumns: readonly ColumnId[] = ['outcome', 'os', 'channel', 'kmsHost', 'ou', 'group']

/** The least and the most that a column may be wide, in pixels. */
export const widthLimits = { least: 50, most: 1200 } as const

/** How wide a column is, in pixels. @param widths widths that the person chose */
export const widthOf = ({ id, width }: ComputerColumn, widths: Readonly<Record<string, number>>): number =>
  Math.min(widthLimits.most, Math.max(widthLimits.least, widths[id] ?? width))
