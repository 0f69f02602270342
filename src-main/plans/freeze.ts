import { createHash } from 'node:crypto'
import type { FrozenPlan } from './frozen-plan.ts'

/**
 * JSON with the members of every object in code-unit order and without blanks: one text per value. Members that are
 * undefined are left out, as JSON.stringify does.
 */
export const canonicalJson = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}

/** SHA-256 (hex) over the canonical JSON of a frozen plan: target, steps, keyed hashes of secrets, consents, all of it. */
export const digestOf = (plan: FrozenPlan): string => createHash('sha256').update(canonicalJson(plan)).digest('hex')
