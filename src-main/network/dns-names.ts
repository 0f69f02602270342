import { isIP } from 'node:net'
import { domainToASCII } from 'node:url'
import { type AppError, fail, ok, type Result } from '../contract/app-error.ts'

/** Owner name of the record by which KMS clients find a KMS host, before the domain (kms.md 3). */
export const kmsServiceLabels = '_vlmcs._tcp'

/** `_vlmcs._tcp.<domain>`. */
export const kmsOwnerName = (domain: string): string => `${kmsServiceLabels}.${domain.replace(/\.$/, '')}`

/** The longest DNS name is 253 characters (RFC 1035, 2.3.4, less the length bytes at both ends). */
const longestName = 253
const longestDomain = longestName - kmsServiceLabels.length - 1

const refused = (field: string, value: string, problem: string, remedy: string): Result<never> => {
  const error: AppError = {
    code: 'invalid-input',
    field,
    message: value === '' ? problem : `"${value}" ${problem}`,
    remedy,
    retryable: false,
  }
  return fail(error)
}

interface NameKind {
  readonly field: string
  readonly empty: string
  readonly example: string
  readonly longest: number
}

const badLabel = (label: string): string | null => {
  if (label.length > 63) return `has a part of ${label.length} characters; 63 are allowed between two dots.`
  if (label.startsWith('-') || label.endsWith('-')) return `has a part that begins or ends with a hyphen ("${label}").`
  return null
}

const checkName = (text: string, { field, empty, example, longest }: NameKind): Result<string> => {
  const name = text.trim()
  const no = (problem: string, remedy: string): Result<never> => refused(field, name, problem, remedy)
  const write = `Write it like "${example}".`
  if (name === '') return no(empty, write)
  if (/[,;]$/.test(name))
    return no(`ends with "${name.at(-1)}".`, 'Remove the character at the end; names are entered one by one.')
  if (/[,;\s]/.test(name)) return no('holds more than one name.', 'Enter the names one by one.')
  if (isIP(name) !== 0) return no('is an IP address.', `Enter a name, not an address. ${write}`)
  if (/[^ -~]/.test(name)) {
    const ascii = domainToASCII(name)
    const remedy = ascii === '' ? write : `Write it as DNS does: "${ascii}".`
    return no('has letters that DNS names do not have.', remedy)
  }
  if (name.endsWith('.')) return no('ends with a dot.', `Remove the dot at the end: "${name.replace(/\.+$/, '')}".`)
  const odd = /[^A-Za-z0-9._-]/.exec(name)?.[0]
  if (odd !== undefined) return no(`holds "${odd}".`, `Letters, digits, hyphens and dots are allowed. ${write}`)
  const labels = name.split('.')
  if (labels.includes('')) return no('has an empty part: it begins with a dot or has two dots in a row.', write)
  const problem = labels.map(badLabel).find((found) => found !== null)
  if (problem !== undefined && problem !== null) return no(problem, `Correct the name. ${write}`)
  if (name.length > longest)
    return no(`is ${name.length} characters long; ${longest} are allowed here.`, 'Shorten the name.')
  if (labels.length < 2) return no('is a single word without a domain.', `Enter the full name. ${write}`)
  return ok(name.toLowerCase())
}

/**
 * Checks a DNS domain in which KMS is to be published. Gives it in small letters, or an `invalid-input` error with the
 * field, the value and what to write instead: empty, single word, comma or dot at the end, several names, empty part, part
 * longer than 63, too long for `_vlmcs._tcp.` before it, IP address, other characters.
 */
export const checkDomain = (text: string, field = 'domain'): Result<string> =>
  checkName(text, { field, empty: 'The domain is missing.', example: 'contoso.com', longest: longestDomain })

/** Checks the full name (FQDN) of a computer that an SRV record points to; otherwise as checkDomain. */
export const checkTargetName = (text: string, field = 'target'): Result<string> =>
  checkName(text, {
    field,
    empty: 'The name of the KMS host is missing.',
    example: 'kms01.contoso.com',
    longest: longestName,
  })

/** Whether `name` is `zone` or lies below it. */
export const isWithin = (name: string, zone: string): boolean => {
  const [inner, outer] = [name, zone].map((text) => `.${text.toLowerCase().replace(/\.$/, '')}`)
  return outer === '.' || (inner ?? '').endsWith(outer ?? '')
}

/** Names are compared without case and without the dot at the end (RFC 4343). */
export const sameName = (a: string, b: string): boolean =>
  a.toLowerCase().replace(/\.$/, '') === b.toLowerCase().replace(/\.$/, '')

/** Whether a name can stand in a DNS question: labels of 1 to 63 printable ASCII characters, 253 in all. */
export const isDnsName = (name: string): boolean => {
  const bare = name.replace(/\.$/, '')
  return bare.length > 0 && bare.length <= 253 && bare.split('.').every((label) => /^[!-~]{1,63}$/.test(label))
}
