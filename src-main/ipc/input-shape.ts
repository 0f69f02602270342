/** Limits of what a window may send in one request. */
export const inputLimits = {
  /** Characters of text, keys included, plus eight for every other value. */
  size: 1_000_000,
  depth: 16,
} as const

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype'])

/** Whether a value is shaped like a request id: 8 to 64 letters, digits and dashes. */
export const isRequestId = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z0-9-]{8,64}$/.test(value)

/**
 * Looks at a raw input before any schema does: plain JSON-like data only, of bounded size and depth, with no key that
 * reaches for a prototype. Returns what is wrong in one sentence, without quoting the input, or null.
 */
export const refuseShape = (input: unknown): string | null => {
  let size = 0
  const walk = (value: unknown, depth: number): string | null => {
    if (depth > inputLimits.depth) return 'The request is nested too deeply.'
    switch (typeof value) {
      case 'string':
        size += value.length
        break
      case 'number':
      case 'boolean':
      case 'undefined':
        size += 8
        break
      case 'object': {
        if (value === null) break
        const problem = walkObject(value, depth)
        if (problem !== null) return problem
        break
      }
      default:
        return 'The request holds a kind of value that no request has.'
    }
    return size > inputLimits.size ? 'The request is too large.' : null
  }
  const walkObject = (value: object, depth: number): string | null => {
    if (Array.isArray(value)) {
      size += 8
      for (const item of value) {
        const problem = walk(item, depth + 1)
        if (problem !== null) return problem
      }
      return null
    }
    const prototype: unknown = Object.getPrototypeOf(value)
    if (prototype !== Object.prototype && prototype !== null)
      return 'The request holds a kind of object that no request has.'
    // Keys instead of entries, because every request comes through here and pairs would cost as much as the schema.
    for (const key of Object.keys(value)) {
      if (forbiddenKeys.has(key)) return 'The request holds a name that no request has.'
      size += key.length
      const problem = walk((value as Readonly<Record<string, unknown>>)[key], depth + 1)
      if (problem !== null) return problem
    }
    return null
  }
  return walk(input, 0)
}
