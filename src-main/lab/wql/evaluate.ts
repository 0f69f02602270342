import { property, type CimObject, type CimScalar, type CimValue } from '../../wmi/cim-values.ts'
import { parseDateTime } from './datetime.ts'
import type { Comparison, Condition } from './syntax.ts'

type Literal = Exclude<CimScalar, Date>

const likePatterns = new Map<string, RegExp>()

/** LIKE knows % (any text), _ (one character), [abc], [a-f] and [^a] (WMI SDK, "LIKE Operator"). */
const likePattern = (pattern: string): RegExp => {
  const known = likePatterns.get(pattern)
  if (known) return known
  const source = pattern.replace(/\[(\^?)([^\]]+)\]|[%_]|[.*+?^${}()|\\[\]/]/g, (sign, not?: string, set?: string) => {
    if (set !== undefined) return `[${not ?? ''}${set.replace(/[\\\]]/g, '\\$&')}]`
    return sign === '%' ? '.*' : sign === '_' ? '.' : `\\${sign}`
  })
  const expression = new RegExp(`^${source}$`, 'is')
  likePatterns.set(pattern, expression)
  return expression
}

/** Below, equal or above zero; null where the two cannot be compared. Texts are compared without regard to case. */
const order = (value: CimScalar, literal: Literal): number | null => {
  if (value instanceof Date) {
    const time = typeof literal === 'string' ? parseDateTime(literal) : null
    return time === null ? null : value.getTime() - time
  }
  if (typeof value === 'boolean') {
    const wanted = typeof literal === 'string' ? literal.toLowerCase() === 'true' : Boolean(literal)
    return Number(value) - Number(wanted)
  }
  if (typeof value === 'number') {
    const wanted = typeof literal === 'string' && literal.trim() === '' ? Number.NaN : Number(literal)
    return Number.isNaN(wanted) ? null : value - wanted
  }
  if (value === null || literal === null) return null
  const left = value.toLowerCase()
  const right = String(literal).toLowerCase()
  return left < right ? -1 : left > right ? 1 : 0
}

const compareScalar = (value: CimValue, comparison: Comparison, literal: Literal): boolean => {
  if (literal === null) {
    if (comparison === '=') return value === null
    return comparison === '<>' && value !== null
  }
  // A null compares to nothing: the row is not found, whatever the comparison (WMI SDK, "WHERE Clause").
  if (value === null || Array.isArray(value)) return false
  const scalar = value as CimScalar
  if (comparison === 'like') return likePattern(String(literal)).test(String(scalar))
  const ordered = order(scalar, literal)
  if (ordered === null) return false
  switch (comparison) {
    case '=':
      return ordered === 0
    case '<>':
      return ordered !== 0
    case '<':
      return ordered < 0
    case '>':
      return ordered > 0
    case '<=':
      return ordered <= 0
    case '>=':
      return ordered >= 0
  }
}

/** Whether a row meets a condition. */
export const meets = (row: CimObject, condition: Condition): boolean => {
  switch (condition.kind) {
    case 'and':
      return meets(row, condition.left) && meets(row, condition.right)
    case 'or':
      return meets(row, condition.left) || meets(row, condition.right)
    case 'not':
      return !meets(row, condition.inner)
    case 'compare':
      return compareScalar(property(row, condition.property) ?? null, condition.comparison, condition.literal)
  }
}

/** Every property that a condition names. */
export const namedIn = (condition: Condition): readonly string[] => {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return [...namedIn(condition.left), ...namedIn(condition.right)]
    case 'not':
      return namedIn(condition.inner)
    case 'compare':
      return [condition.property]
  }
}

/** Properties that are null in no row that meets a condition, as far as it says so plainly. */
export const notNullIn = (condition: Condition): readonly string[] => {
  if (condition.kind === 'and') return [...notNullIn(condition.left), ...notNullIn(condition.right)]
  const isPlain = condition.kind === 'compare' && condition.comparison === '<>' && condition.literal === null
  return isPlain ? [condition.property] : []
}
