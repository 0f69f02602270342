import type { AppError } from '../contract/app-error.ts'
import { dnsDomainFault } from './dns-domain-name.ts'
import { quoteInput } from './quote-input.ts'

const fault = (field: string, message: string, remedy: string): AppError => ({
  code: 'invalid-input',
  field,
  message,
  remedy,
  retryable: false,
})

const ipv6 = /^[0-9a-f:.]*:[0-9a-f:.]*:[0-9a-f:.]*(?:%[\w.]+)?$/i
const bracketed = /^\[([^\]]*)\]$/

/**
 * The name of a KMS host as Windows takes it: without blanks around it, an IPv6 address in square brackets. slmgr splits
 * a bare IPv6 address at its first colon (slmgr.md 1.4).
 */
export const kmsHostName = (typed: string): string => {
  const name = typed.trim()
  return ipv6.test(name) ? `[${name}]` : name
}

const enterName = 'Enter the full name of the KMS host, for example kms01.contoso.com, or its IP address.'

/** What is wrong with the name of a KMS host; null where nothing is. */
export const kmsHostFault = (typed: string, field = 'host'): AppError | null => {
  const name = typed.trim()
  if (name === '') return fault(field, 'The name of the KMS host is empty.', enterName)
  if (ipv6.test(bracketed.exec(name)?.[1] ?? name)) return null
  if (name.length > 253)
    return fault(field, `The name of the KMS host has ${name.length} characters; 253 are allowed.`, enterName)
  const wrong = [...name].find((sign) => !/[a-z0-9._-]/i.test(sign))
  if (wrong === ':')
    return fault(field, `The name ${quoteInput(name)} has a colon.`, 'Enter the port apart from the name.')
  if (wrong !== undefined)
    return fault(
      field,
      `The name ${quoteInput(name)} has the character "${wrong}", which no computer name has.`,
      enterName,
    )
  const isBroken = name
    .replace(/\.$/, '')
    .split('.')
    .some((label) => !/^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/i.test(label))
  return isBroken
    ? fault(
        field,
        `The name ${quoteInput(name)} is no computer name: one of its parts is empty, too long or ends with a hyphen.`,
        enterName,
      )
    : null
}

/** What is wrong with a TCP port; null for 1 to 65535. slmgr takes any number and leaves it to Windows (slmgr.md 1.4). */
export const portFault = (port: number, field = 'port'): AppError | null =>
  Number.isInteger(port) && port >= 1 && port <= 65_535
    ? null
    : fault(
        field,
        `${port} is no TCP port.`,
        'Enter a whole number from 1 to 65535; a KMS host uses 1688 unless it was changed.',
      )

/** A KMS host as slmgr /skms takes it: NAME, NAME:PORT, :PORT, [IPv6] or [IPv6]:PORT. */
export type KmsHostArgument =
  | { readonly outcome: 'host'; readonly host: string | null; readonly port: number | null }
  | { readonly outcome: 'malformed'; readonly error: AppError }

const argument = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/

/** Reads what is typed after slmgr /skms. A bare IPv6 address is a name without a port. */
export const parseKmsHostArgument = (typed: string): KmsHostArgument => {
  const text = typed.trim()
  const bare = ipv6.test(text)
  const [, name = '', digits] = bare ? [text, text] : (argument.exec(text) ?? [])
  const port = digits === undefined ? null : /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN
  if (Number.isNaN(port))
    return {
      outcome: 'malformed',
      error: fault('port', `${quoteInput(digits ?? '')} is no TCP port.`, 'Enter a whole number from 1 to 65535.'),
    }
  const wrongPort = port === null ? null : portFault(port)
  const wrongName = name === '' && port !== null ? null : kmsHostFault(name)
  const error = wrongName ?? wrongPort
  return error === null
    ? { outcome: 'host', host: name === '' ? null : kmsHostName(name), port }
    : { outcome: 'malformed', error }
}

/** What is wrong with a DNS domain that is entered in a field; null where nothing is. */
export const domainFault = (typed: string, field: string): AppError | null => {
  const found = dnsDomainFault(typed)
  if (found === null) return null
  return fault(field, `${found.message.charAt(0).toUpperCase()}${found.message.slice(1)}`, found.remedy)
}

/** The first fault of a DNS suffix list, with the number of the entry; null where nothing is wrong. */
export const suffixListFault = (suffixes: readonly string[], field = 'suffixes'): AppError | null => {
  for (const [index, suffix] of suffixes.entries()) {
    // A single name is allowed: forests with a one-label domain exist.
    const found = dnsDomainFault(suffix)
    if (found !== null && found.check !== 'publish-bare-label')
      return fault(field, `DNS suffix ${index + 1}: ${found.message}`, found.remedy)
    const earlier = suffixes.slice(0, index).some((other) => other.trim().toLowerCase() === suffix.trim().toLowerCase())
    if (earlier)
      return fault(field, `The DNS suffix ${quoteInput(suffix)} is in the list twice.`, 'Remove one of them.')
  }
  return null
}
