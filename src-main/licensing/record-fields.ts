/** A row as WMI returns it: property names in the spelling of the schema or of the query. */
export type Row = Readonly<Record<string, unknown>>

/** The value that Windows reports for "none" in a uint32, for example a KMS count before the first request (slmgr.md 7.1). */
export const noneUint32 = 0xffffffff

/** Finds a property without regard to case, as WMI does; undefined where the row lacks it. */
const field = (row: Row, name: string): unknown => {
  if (Object.hasOwn(row, name)) return row[name]
  const wanted = name.toLowerCase()
  return Object.entries(row).find(([key]) => key.toLowerCase() === wanted)?.[1]
}

/** Whether the row has the property at all, also without a value: what the class lacks is not in it. */
export const hasField = (row: Row, name: string): boolean => field(row, name) !== undefined

/** A property as text; "" where it is null or absent. */
export const textOf = (row: Row, name: string): string => {
  const value = field(row, name)
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint' ? String(value) : ''
}

/** A property as an unsigned 32-bit number, also where the transport delivers it signed; null where there is none. */
export const uint32OrNull = (row: Row, name: string): number | null => {
  const value = textOf(row, name).trim()
  if (value === '') return null
  const number = Number(value)
  return Number.isInteger(number) ? number >>> 0 : null
}

/** A property as an unsigned 32-bit number; 0 where it is null or absent. */
export const uint32Of = (row: Row, name: string): number => uint32OrNull(row, name) ?? 0

/** A count; null where Windows has none (0xFFFFFFFF) or the class lacks it. */
export const countOrNull = (row: Row, name: string): number | null => {
  const value = uint32OrNull(row, name)
  return value === noneUint32 ? null : value
}

/** A property as a boolean; null where it is null or absent. */
export const booleanOrNull = (row: Row, name: string): boolean | null => {
  const value = field(row, name)
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return value !== 0
  if (typeof value === 'string' && value !== '') return value.toLowerCase() === 'true' || value === '1'
  return null
}

/** A datetime property; null where it is null, absent or 1601-01-01, which Windows writes for "none" (slmgr.md 7.3). */
export const dateOrNull = (row: Row, name: string): Date | null => {
  const value = field(row, name)
  return value instanceof Date && value.getTime() > Date.UTC(1601, 0, 2) ? value : null
}
