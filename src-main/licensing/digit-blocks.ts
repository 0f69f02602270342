/** One block of an installation ID or a confirmation ID. */
export interface DigitBlock {
  /** A, B, C … */
  readonly letter: string
  readonly digits: string
  /** False where the block's last digit does not follow from the others: it was probably misread or mistyped. */
  readonly checkDigitHolds: boolean
}

/**
 * Whether the last digit of a block is d1 + 2·d2 + d3 + 2·d4 + … of the others, modulo 7. Seen in all nine blocks of a real
 * installation ID and believed of confirmation IDs (kms.md 7): a failing block is a warning, never a refusal.
 */
export const checkDigitHolds = (block: string): boolean => {
  const digits = [...block].map(Number)
  const sum = digits.slice(0, -1).reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 2), 0)
  return sum % 7 === digits.at(-1)
}

/** The letter of the block with this index: A for 0. */
export const blockLetter = (index: number): string => String.fromCodePoint(65 + index)

/** Cuts digits into blocks of a length; the last one is shorter where they do not come out even. */
export const toBlocks = (digits: string, length: number): readonly DigitBlock[] =>
  Array.from({ length: Math.ceil(digits.length / length) }, (_, index) => {
    const block = digits.slice(index * length, (index + 1) * length)
    return { letter: blockLetter(index), digits: block, checkDigitHolds: checkDigitHolds(block) }
  })

/** What was found in a text that should hold blocks of digits. */
export interface ReadDigits {
  /** Runs of digits, and of signs that are no digits, as they were separated; labels taken away. */
  readonly groups: readonly string[]
  /** The groups joined. */
  readonly text: string
  /** Characters that are no digits, with their place within `text`. */
  readonly strays: readonly { readonly character: string; readonly index: number }[]
}

const words =
  /\b(?:(?:block|group|part)\s*#?\d{1,2}(?!\d)|confirmation|installation|block|group|part|code|id|cid|iid)\b/gi
const lineNumber = /(?<![^\s,;])\d{1,2}\s*[:.)=]\s*(?=\d{4,8}(?!\d))/g
const letterLabel = /(?<![\p{L}\p{N}])[A-I](?!\p{L})/giu
const separators = /[\s\p{Pd}\u2212_,;:.|/\\()[\]{}"'<>=#*\u2018-\u201f\u200b-\u200d\u2060\ufeff\u00ad]+/u

/**
 * Reads blocks of digits from what was typed or pasted: spaces, hyphens, line breaks and labels ("Block A:", "B 123456",
 * "3) 123456", "Confirmation ID:") between them do not matter. Other characters are reported and not skipped, because a
 * letter within a block stands for a digit that was misread.
 */
export const readDigits = (typed: string): ReadDigits => {
  const bare = typed.normalize('NFKC').replace(words, ' ').replace(lineNumber, ' ').replace(letterLabel, ' ')
  const groups = bare.split(separators).filter(Boolean)
  const characters = [...groups.join('')]
  return {
    groups,
    text: groups.join(''),
    strays: characters.flatMap((character, index) => (/[0-9]/.test(character) ? [] : [{ character, index }])),
  }
}

/** "Block C", "Blocks A, C and F" */
export const blockNames = (letters: readonly string[]): string =>
  `${letters.length === 1 ? 'Block' : 'Blocks'} ${new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(letters)}`
