import type { Value } from '../deed.ts'

const literal = (text: string): string => `'${text.replaceAll(/['‘’‚‛]/g, (quote) => quote + quote)}'`

/**
 * A literal: PowerShell takes curly single quotes for straight ones, so that all of them are doubled. Ends of lines stand in it
 * as numbers, because the file's own are changed when it is saved.
 */
export const psString = (text: string): string => {
  const parts = text.split(/([\r\n])/).filter((part) => part !== '')
  const written = parts.map((part) => (/[\r\n]/.test(part) ? `[char] ${part.charCodeAt(0)}` : literal(part)))
  return parts.length < 2 && !/[\r\n]/.test(text) ? literal(text) : `('' + ${written.join(' + ')})`
}

/** A comment of one line. */
export const psComment = (text: string): string => `# ${text.replaceAll(/[\r\n]+/g, ' ').replaceAll('#>', '# >')}`

/** A list of literals. */
export const psList = (texts: readonly string[]): string => `@(${texts.map(psString).join(', ')})`

/** An argument of a method; numbers of the licensing classes are uint32. */
export const psValue = (value: Value, secret: (name: Exclude<Value, string | number | boolean>) => string): string => {
  if (typeof value === 'string') return psString(value)
  if (typeof value === 'number') return `[uint32] ${value}`
  if (typeof value === 'boolean') return value ? '$true' : '$false'
  return secret(value)
}
