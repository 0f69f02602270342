import { keyLength } from './product-key-alphabet.ts'
import { type KeyFault, readTypedKey } from './product-key-typing.ts'

/** Which Windows a key was made for, as far as its letters tell (gvlk-notes.md). */
export type KeyGeneration = 'windows-7' | 'windows-8'

/** A well-formed product key. It is a secret unless it is a published client setup key. */
export interface ProductKey {
  /** Upper case, five groups of five with dashes. */
  readonly text: string
  readonly lastFive: string
  readonly generation: KeyGeneration
}

/** What a typed text turned out to be: a key, or sentences that say what is wrong with it. */
export type ParsedProductKey =
  | { readonly outcome: 'key'; readonly key: ProductKey }
  | { readonly outcome: 'malformed'; readonly faults: readonly KeyFault[] }

const timesInWords = (count: number): string => (count === 2 ? 'twice' : `${count} times`)

/**
 * Reads what a person typed or pasted as a product key: with or without dashes, in any case, with blanks and a label
 * around it. Returns the key, or every fault found.
 */
export const parseProductKey = (typed: string): ParsedProductKey => {
  const read = readTypedKey(typed)
  if (read.outcome === 'faults') return { outcome: 'malformed', faults: read.faults }
  const text = read.groups.join('-')
  const countOfN = [...text].filter((character) => character === 'N').length
  if (countOfN > 1) {
    const message = `The letter N stands in the key ${timesInWords(countOfN)}; a product key has it once at most.`
    return { outcome: 'malformed', faults: [{ check: 'key-n', message, remedy: 'Compare each N with the original.' }] }
  }
  return {
    outcome: 'key',
    key: { text, lastFive: text.slice(-5), generation: countOfN === 1 ? 'windows-8' : 'windows-7' },
  }
}

/** The masked form of the key that ends in these five characters: XXXXX-XXXXX-XXXXX-XXXXX-ABCDE. */
export const maskFromLastFive = (lastFive: string): string => `XXXXX-XXXXX-XXXXX-XXXXX-${lastFive.toUpperCase()}`

/**
 * Masks a product key for a log, the journal or the screen. A text that is no well-formed key is masked wholly, because
 * nobody can say which part of it may be shown.
 */
export const maskProductKey = (typed: string): string => {
  const parsed = parseProductKey(typed)
  return maskFromLastFive(parsed.outcome === 'key' ? parsed.key.lastFive : 'XXXXX')
}

/** The key without dashes: 25 characters. */
export const compactKey = (key: ProductKey): string => key.text.replaceAll('-', '').slice(0, keyLength)
