import { dashes, isKeyCharacter, keyCharacters, keyCharactersForPeople, keyLength } from './product-key-alphabet.ts'

/** One thing wrong with a typed key. The sentences quote no more of the key than characters that no key can have. */
export interface KeyFault {
  readonly check: 'key-empty' | 'key-several' | 'key-length' | 'key-character' | 'key-n'
  readonly message: string
  readonly remedy: string
}

type ReadKey =
  | { readonly outcome: 'groups'; readonly groups: readonly string[] }
  | { readonly outcome: 'faults'; readonly faults: readonly KeyFault[] }

const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/g
const separator = `[\\s${dashes}]`
const wholeKey = new RegExp(
  `(?<![A-Z0-9][${dashes}]?)[${keyCharacters}]{5}(?:${separator}{0,3}[${keyCharacters}]{5}){4}(?![${dashes}]?[A-Z0-9])`,
  'g',
)
const keyLikeRun = new RegExp(`(?<![^\\s${dashes}])[^\\s${dashes}]+(?:[${dashes}][^\\s${dashes}]+){2,}`)
const separators = new RegExp(`${separator}+`)
const anySeparator = new RegExp(separator, 'g')
const wrapping = /^[\s"'<>()[\]{}`.,;\u2018-\u201f]+|[\s"'<>()[\]{}`.,;\u2018-\u201f]+$/g

const fault = (check: KeyFault['check'], message: string, remedy: string): KeyFault => ({ check, message, remedy })
const faults = (...list: KeyFault[]): ReadKey => ({ outcome: 'faults', faults: list })

/** Cuts away a label ("KMS key: …") and quotes, so that positions are counted within the key. */
const withoutLabel = (text: string): string => {
  const afterLabel = text.slice(Math.max(text.lastIndexOf(':'), text.lastIndexOf('=')) + 1)
  const run = keyLikeRun.exec(afterLabel)?.[0]
  return (run ?? afterLabel).replace(wrapping, '')
}

const lengthFault = (groups: readonly string[], count: number): KeyFault => {
  const wrong = groups.flatMap((group, index) => ([...group].length === 5 ? [] : [{ number: index + 1, group }]))
  const [only] = wrong
  const where =
    groups.length === 5 && wrong.length === 1 && only
      ? ` Group ${only.number} has ${[...only.group].length} instead of 5.`
      : ''
  const characters = count === 1 ? '1 character' : `${count} characters`
  return fault(
    'key-length',
    `The key has ${characters}; a product key has ${keyLength} in five groups of five.${where}`,
    count < keyLength ? 'Compare it with the original and add what is missing.' : 'Remove what does not belong to it.',
  )
}

const characterFault = (groups: readonly string[]): KeyFault | undefined => {
  const wrong: string[] = []
  let position = 0
  for (const [group, characters] of groups.entries()) {
    for (const [place, character] of [...characters].entries()) {
      position += 1
      if (isKeyCharacter(character)) continue
      const within = groups.length === 5 ? ` (group ${group + 1}, character ${place + 1})` : ''
      wrong.push(`"${character}" at position ${position}${within}`)
    }
  }
  const [first] = wrong
  if (first === undefined) return undefined
  const more = wrong.length > 3 ? ` and ${wrong.length - 3} more` : ''
  const message =
    wrong.length === 1
      ? `The character ${first} cannot stand in a product key.`
      : `The characters ${wrong.slice(0, 3).join(', ')}${more} cannot stand in a product key.`
  return fault(
    'key-character',
    message,
    `Product keys are written with ${keyCharactersForPeople} alone. Compare with the original.`,
  )
}

/**
 * Finds the one product key in a typed text and returns its five groups in upper case, or says what is wrong with it:
 * nothing typed, several keys, a wrong length (with the group), a wrong character (with its position, dashes not counted).
 */
export const readTypedKey = (typed: string): ReadKey => {
  const text = typed.normalize('NFKC').replace(invisible, '').toUpperCase().trim()
  if (text === '') return faults(fault('key-empty', 'No product key was entered.', 'Type or paste the product key.'))
  const found = new Set([...text.matchAll(wholeKey)].map(([key]) => key.replace(anySeparator, '')))
  if (found.size > 1) {
    return faults(fault('key-several', `The text holds ${found.size} product keys.`, 'Enter one key at a time.'))
  }
  const [whole] = found
  if (whole !== undefined) return { outcome: 'groups', groups: whole.match(/.{5}/g) ?? [] }

  const groups = withoutLabel(text).split(separators).filter(Boolean)
  const count = groups.reduce((sum, group) => sum + [...group].length, 0)
  const regrouped = groups.length === 5 ? groups : (groups.join('').match(/.{1,5}/gu) ?? [])
  // A text of quite another length is something else, perhaps another secret: nothing of it is quoted.
  const wrongCharacter = Math.abs(count - keyLength) <= 5 ? characterFault(regrouped) : undefined
  if (count !== keyLength) return faults(lengthFault(groups, count), ...(wrongCharacter ? [wrongCharacter] : []))
  if (wrongCharacter) return faults(wrongCharacter)
  return { outcome: 'groups', groups: groups.join('').match(/.{5}/g) ?? [] }
}
