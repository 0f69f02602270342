import type { CsvField, CsvReading } from '../../contract/models/estate-adding.ts'
import { nameFault, trimmedName } from './computer-name.ts'

/** How the columns of a file are taken. */
export interface CsvColumns {
  readonly header: boolean
  readonly columns: readonly { readonly title: string; readonly field: CsvField | null }[]
  /** Whether the column of the names was found by its title; else the first one is taken. */
  readonly recognised: boolean
}

const titles: Readonly<Record<CsvField, readonly string[]>> = {
  name: [
    'name',
    'computer',
    'computername',
    'hostname',
    'host',
    'fqdn',
    'dnshostname',
    'dnsname',
    'server',
    'client',
    'machine',
    'device',
    'devicename',
    'target',
    'ip',
    'ipaddress',
    'address',
    'rechner',
    'rechnername',
    'cn',
  ],
  group: ['group', 'groupname', 'gruppe', 'site', 'standort'],
  tags: ['tags', 'tag', 'labels', 'label', 'keywords'],
  note: ['note', 'notes', 'comment', 'comments', 'remark', 'description', 'notiz', 'bemerkung', 'kommentar'],
  ou: ['ou', 'organizationalunit', 'organisationalunit', 'distinguishedname', 'canonicalname', 'dn'],
}
const byTitle = new Map(
  (Object.entries(titles) as [CsvField, readonly string[]][]).flatMap(([field, names]) =>
    names.map((name) => [name, field] as const),
  ),
)

const fieldOf = (title: string): CsvField | null => byTitle.get(title.toLowerCase().replace(/[\s_.-]/g, '')) ?? null

/** Each field once: where two columns have titles for one, the one whose title stands first in the list is taken. */
const unique = (cells: readonly string[]): readonly (CsvField | null)[] => {
  const rank = (cell: string): number => {
    const field = fieldOf(cell)
    const plain = cell.toLowerCase().replace(/[\s_.-]/g, '')
    return field === null ? -1 : titles[field].indexOf(plain)
  }
  return cells.map((cell, index) => {
    const field = fieldOf(cell)
    const better = cells.some(
      (other, at) =>
        at !== index &&
        fieldOf(other) === field &&
        (rank(other) < rank(cell) || (rank(other) === rank(cell) && at < index)),
    )
    return better ? null : field
  })
}

/**
 * What the columns hold: as told, else by the titles of the first line (English and German; what Excel, Active Directory
 * and VAMT call them), else the first column for the names.
 */
export const recogniseColumns = (first: readonly string[], reading: CsvReading): CsvColumns => {
  const cells = first.map((cell) => cell.trim())
  const fields = unique(cells)
  const recognised = fields.includes('name')
  const looksLikeNames = nameFault(trimmedName(cells[0] ?? '')) === null
  const header = reading.header ?? (recognised || (fields.some((field) => field !== null) && !looksLikeNames))
  const guessed = header && recognised ? fields : cells.map((_, index) => (index === 0 ? ('name' as const) : null))
  const taken = reading.columns ?? guessed
  return {
    header,
    recognised: recognised || reading.columns !== null,
    columns: cells.map((title, index) => ({ title: title.slice(0, 200), field: taken[index] ?? null })),
  }
}
