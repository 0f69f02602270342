import { isIP } from 'node:net'

/** What is wrong with a computer name, and what to do. */
export interface NameFault {
  readonly message: string
  readonly remedy: string
}

const fault = (message: string, remedy: string): NameFault => ({ message, remedy })
const example = 'Write it like "pc01", "pc01.contoso.com" or "10.0.0.5".'

/**
 * A name as the app connects to it: blanks, the backslashes of `\\server` and the dot at the end taken away. Nothing else is
 * mended, because a guessed name could be another computer's.
 */
export const trimmedName = (typed: string): string =>
  typed
    .trim()
    .replace(/^\\\\(?=[^\\]+$)/, '')
    .replace(/(?<=[^.])\.$/, '')

const labelFault = (label: string): NameFault | null => {
  if (label === '') return fault('The name begins with a dot or has two dots in a row.', example)
  if (label.length > 63)
    return fault(`A part of the name has ${label.length} characters; 63 are allowed between two dots.`, example)
  if (label.startsWith('-') || label.endsWith('-'))
    return fault('A part of the name begins or ends with a hyphen.', example)
  return null
}

const characterFault = (name: string): NameFault | null => {
  const wrong = [...name].find((character) => !/[A-Za-z0-9._-]/.test(character))
  if (wrong === undefined) return null
  if ((wrong.codePointAt(0) ?? 0) < 32) return fault('The name has a control character in it.', 'Type the name again.')
  if ((wrong.codePointAt(0) ?? 0) > 127)
    return fault(
      `The name has the character "${wrong}", which computer names in DNS do not have.`,
      'Write the name as DNS has it; a file may also have been saved in another encoding than it was read in.',
    )
  return fault(`The character "${wrong}" cannot stand in a computer name.`, example)
}

/** A name that is right beyond doubt: it ends in no number, so that it is no address. Most are; the rest is looked at closely. */
const plainName =
  /^(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*(?=[a-z0-9_-]*[a-z_])[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/i

/** What is wrong with a name or an address (trimmed already); null where nothing is. */
export const nameFault = (name: string): NameFault | null => {
  if (name === '') return fault('There is no computer name.', 'Enter the name, or take the line out.')
  if (name.length > 253) return fault(`The name has ${name.length} characters; 253 are allowed.`, example)
  if (plainName.test(name) || isIP(name) !== 0) return null
  if (/^https?:/i.test(name)) return fault('This is a web address.', 'Enter the name of the computer alone.')
  if (/^[\da-f.:]+\/\d+$/i.test(name) || /^[\d.]+-[\d.]+$/.test(name))
    return fault('This is a range of addresses.', 'Add it under "IP range".')
  if (/^\d+(\.\d+)+$/.test(name))
    return fault('This is no valid address: an IPv4 address has four numbers from 0 to 255.', example)
  if (name.includes(':') && /^[\da-f:.]+$/i.test(name)) return fault('This is no valid IPv6 address.', example)
  if (name.includes('@'))
    return fault('This looks like an account or an e-mail address.', 'Enter the name of the computer alone.')
  const wrong = characterFault(name)
  if (wrong) return wrong
  return (
    name
      .split('.')
      .map(labelFault)
      .find((found) => found !== null) ?? null
  )
}
