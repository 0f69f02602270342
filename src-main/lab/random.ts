/**
 * One step of a small pseudo-random generator (mulberry32): takes its state and returns a value of 32 bits and the next
 * state. Good enough for identifiers that only have to differ; never for secrets.
 */
export const nextRandom = (state: number): readonly [value: number, state: number] => {
  const next = (state + 0x6d2b79f5) >>> 0
  let mixed = Math.imul(next ^ (next >>> 15), next | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return [(mixed ^ (mixed >>> 14)) >>> 0, next]
}

/** A number of 32 bits that depends on a text alone (FNV-1a). */
export const hashText = (text: string): number => {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0
  }
  return hash
}

/** Endless values that depend on a text alone. */
export const randomFrom = (seed: string): (() => number) => {
  let state = hashText(seed)
  return () => {
    const [value, next] = nextRandom(state)
    state = next
    return value
  }
}

const hex = (value: number, digits: number): string => value.toString(16).padStart(8, '0').slice(0, digits)

/** A GUID in lower case without braces, as WMI shows activation and client machine IDs. */
export const guidFrom = (random: () => number): string =>
  `${hex(random(), 8)}-${hex(random(), 4)}-4${hex(random(), 3)}-${(8 + (random() % 4)).toString(16)}${hex(random(), 3)}-${hex(random(), 8)}${hex(random(), 4)}`

/** Decimal digits. */
export const digitsFrom = (random: () => number, count: number): string => {
  let digits = ''
  for (let index = 0; index < count; index += 1) digits += random() % 10
  return digits
}
