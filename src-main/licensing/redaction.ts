import { dashes, keyCharacters, keyLength } from './product-key-alphabet.ts'
import { maskFromLastFive } from './product-key.ts'
import { isSetupKey } from './setup-keys.ts'

/** What stands in place of a confirmation ID. */
export const confirmationIdMask = '[confirmation ID]'
/** What stands in place of a password or any other secret that was named to `redactSecrets`. */
export const secretMask = '*****'

/** Five groups of any letters and digits joined by dashes: a mistyped key is nearly as secret as a right one. */
const dashedKey = new RegExp(`[A-Za-z0-9]{5}(?:[${dashes}][A-Za-z0-9]{5}){4}`, 'g')
/** Key characters alone, with blanks, other signs or nothing between the groups. No prose has 25 without a vowel. */
const looseKey = new RegExp(`[${keyCharacters}]{5,}(?:[^A-Za-z0-9]{0,3}[${keyCharacters}]{5}){4}`, 'gi')
/** Eight blocks of six digits or more of them, also with block letters between (kms.md 7). */
const confirmationId = /(?:\d{6}\D{0,6}){7,}\d{6}\d*/g

const maskKey = (found: string): string => {
  const bare = found.replace(/[^A-Za-z0-9]/g, '')
  return bare.length === keyLength && isSetupKey(bare) ? found : maskFromLastFive(bare.slice(-5))
}

const literal = (value: string): string => value.replace(/[\\^$.*+?()[\]{}|/-]/g, (sign) => `\\${sign}`)

/** The spellings in which a secret can stand in a text: as it is, as in JSON, as in a URL. */
const spellings = (secret: string): readonly string[] => [
  ...new Set([secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret.toWellFormed())]),
]

const strictKey = new RegExp(`^[${keyCharacters}]{25}$`, 'i')

const patternOf = (secret: string): RegExp => {
  const any = spellings(secret).map(literal).join('|')
  // A password of one to three characters would shred every text: it is replaced where it stands alone.
  if (secret.length < 4) return new RegExp(`(?<![A-Za-z0-9])(?:${any})(?![A-Za-z0-9])`, 'g')
  const compact = secret.replace(/[^A-Za-z0-9]/g, '')
  const inAnyGrouping = strictKey.test(compact) || /^\d{48}$/.test(compact)
  return new RegExp(inAnyGrouping ? `${any}|${[...compact].join('[^A-Za-z0-9]{0,3}')}` : any, 'gi')
}

const replaceSecret = (text: string, secret: string): string => {
  const isKey = strictKey.test(secret.replace(/[^A-Za-z0-9]/g, ''))
  return text.replace(patternOf(secret), (found) => (isKey ? maskKey(found) : secretMask))
}

/**
 * Masks every secret in a text: product keys (with or without dashes, any case; published client setup keys stay), 48-digit
 * confirmation IDs (longer runs of six-digit blocks go as well, such as installation IDs, which look the same), and the
 * literal `extraSecrets`, for example a password in use. Masking a masked text changes nothing. Used by logging and
 * wherever an error text may quote input.
 */
export const redactSecrets = (text: string, extraSecrets: readonly string[] = []): string => {
  const longestFirst = extraSecrets.filter(Boolean).toSorted((a, b) => b.length - a.length)
  const withoutExtras = longestFirst.reduce(replaceSecret, text)
  return withoutExtras
    .replace(confirmationId, confirmationIdMask)
    .replace(dashedKey, maskKey)
    .replace(looseKey, maskKey)
}
