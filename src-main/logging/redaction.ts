/** Masks secrets in a text. Must be quick and must never throw. */
export type Redactor = (text: string) => string

/** The list of redactors that every text passes on its way to a log or a dialog. */
export interface Redaction {
  /** Adds a redactor; returns a function that takes it out again. */
  register(redactor: Redactor): () => void
  /** Masks a text. A redactor that throws costs the whole text, never a secret. */
  text(text: string): string
  /** Masks every string inside a value, keys included, and drops what JSON cannot hold. */
  value(value: unknown): unknown
}

const maxDepth = 8
const unreadable = '(withheld: it could not be checked for secrets)'

/** Creates an empty list of redactors. */
export const createRedaction = (): Redaction => {
  const redactors = new Set<Redactor>()

  const text = (input: string): string => {
    try {
      let masked = input
      for (const redactor of redactors) masked = redactor(masked)
      return masked
    } catch {
      return unreadable
    }
  }

  const walk = (value: unknown, depth: number): unknown => {
    if (typeof value === 'string') return text(value)
    if (value === null || typeof value === 'number' || typeof value === 'boolean') return value
    if (typeof value === 'bigint') return value.toString()
    if (typeof value !== 'object') return undefined
    if (depth >= maxDepth) return '(too deep)'
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString()
    if (value instanceof Error)
      return { name: value.name, message: text(value.message), stack: text(value.stack ?? '') }
    if (Array.isArray(value)) return value.map((item) => walk(item, depth + 1))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [text(key), walk(item, depth + 1)]))
  }

  return {
    register(redactor) {
      redactors.add(redactor)
      return () => redactors.delete(redactor)
    },
    text,
    value: (value) => walk(value, 0),
  }
}
