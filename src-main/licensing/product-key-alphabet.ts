/**
 * The characters that Microsoft product keys are written with (gvlk-notes.md, "Checks made"): 24 that carry value, and N,
 * which marks keys for Windows 8 / Server 2012 and later by standing in them exactly once.
 */
export const keyDigits = 'BCDFGHJKMPQRTVWXY2346789'

/** Every character that can stand in a product key, as the inside of a regular expression's character class. */
export const keyCharacters = `${keyDigits}N`

/** The same in the order in which people look for a character. */
export const keyCharactersForPeople = 'B C D F G H J K M N P Q R T V W X Y 2 3 4 6 7 8 9'

/** Number of characters in a product key, dashes not counted. */
export const keyLength = 25

/** Hyphen, non-breaking hyphen, figure, en and em dash, minus: what mail programs and PDF files make of "-". */
export const dashes = '\\-\\u2010-\\u2015\\u2212'

/** Whether a single upper-case character can stand in a product key. */
export const isKeyCharacter = (character: string): boolean =>
  character.length === 1 && keyCharacters.includes(character)
