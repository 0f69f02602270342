/**
 * CIM values as TypeScript sees them. A uint32 is unsigned here, always (COM delivers it signed); a datetime is a Date,
 * and the zero FILETIME 1601-01-01, which Windows uses for "none", is null (slmgr.md 8). sint64/uint64 arrive as
 * decimal strings, as WMI itself delivers them.
 */
export type CimScalar = string | number | boolean | Date | null
export type CimValue = CimScalar | readonly CimScalar[]

/**
 * An instance, or the out-parameters of a method. Properties carry the names of the schema; WMI's own system properties
 * come along as `__CLASS` and `__RELPATH` (and `__PATH` where the provider gives it).
 */
export type CimObject = Readonly<Record<string, CimValue>>

/** Finds a property by name without regard to case, as WMI does. Undefined where the object lacks it. */
export const property = (object: CimObject, name: string): CimValue | undefined => {
  if (Object.hasOwn(object, name)) return object[name]
  const wanted = name.toLowerCase()
  const key = Object.keys(object).find((candidate) => candidate.toLowerCase() === wanted)
  return key === undefined ? undefined : object[key]
}

/** Reads a property as text; "" where it is null or absent. */
export const text = (object: CimObject, name: string): string => {
  const value = property(object, name)
  return value === null || value === undefined ? '' : value instanceof Date ? value.toISOString() : String(value)
}

/** Reads a property as text; null where it is null, absent or empty. */
export const textOrNull = (object: CimObject, name: string): string | null => text(object, name) || null

/** Reads a property as an unsigned number; `fallback` (0) where it is null or absent. */
export const uint = (object: CimObject, name: string, fallback = 0): number => {
  const value = property(object, name)
  return value === null || value === undefined ? fallback : Number(value)
}

/** Reads a property as a boolean; `fallback` (false) where it is null or absent. */
export const flag = (object: CimObject, name: string, fallback = false): boolean => {
  const value = property(object, name)
  return value === null || value === undefined ? fallback : Boolean(value)
}
