/**
 * Whether a text can stand in a command file as a value: cmd reads the file in the code page of the console, a double quote
 * ends the value, and delayed expansion, by which typed secrets are put in, changes ! and ^.
 */
export const isPlainForCmd = (text: string): boolean => /^[ -~]*$/.test(text) && !/["!^]/.test(text)

/**
 * A value between double quotes: within them cmd leaves & | < > ( ) alone. The percent sign is doubled. Throws for a text
 * that `isPlainForCmd` refuses.
 */
export const cmdValue = (text: string): string => {
  if (!isPlainForCmd(text)) throw new Error('This text cannot stand in a command file.')
  return text.replaceAll('%', '%%')
}

/** `set "NAME=value"`. */
export const cmdSet = (name: string, value: string): string => `set "${name}=${cmdValue(value)}"`

const plain = (text: string): string =>
  text
    .replaceAll(/[“”"]/g, "'")
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[–—]/g, '-')
    .replaceAll(/[!^]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[^ -~]/g, '?')

/** A line for people: what cmd would read as an operator is escaped, what its code page may lack is replaced. */
export const cmdEcho = (text: string): string =>
  `echo ${plain(text)
    .replaceAll(/[&|<>]/g, (sign) => `^${sign}`)
    .replaceAll('%', '%%')}`

/** A comment. cmd expands percent signs even there. */
export const cmdComment = (text: string): string =>
  `rem ${plain(text)
    .replaceAll('%', '%%')
    .replaceAll(/[&|<>]/g, ' ')}`
