import { quoteInput } from './quote-input.ts'

/** What is wrong with a DNS domain name, as the part of a sentence. */
export interface DomainFault {
  readonly check: 'publish-domain-empty' | 'publish-trailing-comma' | 'publish-bare-label' | 'publish-domain-name'
  readonly message: string
  readonly remedy: string
}

/** Longest name and label in DNS (RFC 1035, 2.3.4), counted without the trailing dot. */
const maxName = 253
const maxLabel = 63
const example = 'for example contoso.com'

/** A domain name without blanks around it and without the dot that may end it. */
export const withoutTrailingDot = (domain: string): string => domain.trim().replace(/\.$/, '')

/** What two spellings of one domain have in common: DNS does not tell upper from lower case. */
export const domainKey = (domain: string): string => withoutTrailingDot(domain).toLowerCase()

const fault = (check: DomainFault['check'], message: string, remedy: string): DomainFault => ({
  check,
  message,
  remedy,
})
const illegal = (message: string, remedy = `Enter the full name of a DNS domain, ${example}.`): DomainFault =>
  fault('publish-domain-name', message, remedy)

const labelFault = (name: string, label: string): DomainFault | null => {
  if (label === '') return illegal(`the domain ${quoteInput(name)} has two dots in a row or begins with one.`)
  if (label.length > maxLabel) {
    return illegal(
      `the part ${quoteInput(label)} of the domain has ${label.length} characters; ${maxLabel} are allowed.`,
    )
  }
  if (label.startsWith('-') || label.endsWith('-')) {
    return illegal(`the part ${quoteInput(label)} of the domain ${quoteInput(name)} begins or ends with a hyphen.`)
  }
  const wrong = [...label].find((character) => !/[a-z0-9_-]/i.test(character))
  if (wrong === undefined) return null
  if ((wrong.codePointAt(0) ?? 0) > 127) {
    return illegal(
      `the domain ${quoteInput(name)} has the letter "${wrong}", which DNS does not carry as it is.`,
      'Write the domain in the form that begins with xn--.',
    )
  }
  return illegal(`the domain ${quoteInput(name)} has the character "${wrong}", which cannot stand in a domain name.`)
}

/**
 * What is wrong with a domain in which a KMS host is to publish itself; null where nothing is. Blanks around the name and
 * one trailing dot do not matter. Underscores pass, because Microsoft DNS allows them in zone names.
 */
export const dnsDomainFault = (typed: string): DomainFault | null => {
  const trimmed = typed.trim()
  if (trimmed === '') return fault('publish-domain-empty', 'the domain is empty.', `Enter a DNS domain, ${example}.`)
  if (trimmed.endsWith(',')) {
    const message = `a comma stands after ${quoteInput(trimmed.replace(/[\s,]+$/, ''))} with nothing behind it.`
    return fault('publish-trailing-comma', message, 'Remove the comma.')
  }
  const name = withoutTrailingDot(trimmed)
  if (/^_vlmcs\._tcp(\.|$)/i.test(name)) {
    return illegal(`${quoteInput(name)} is the name of the SRV record.`, 'Enter the domain alone, without _vlmcs._tcp.')
  }
  if (name.length > maxName) return illegal(`the domain has ${name.length} characters; ${maxName} are allowed.`)
  const labels = name.split('.')
  const wrong = labels.map((label) => labelFault(name, label)).find((found) => found !== null)
  if (wrong) return wrong
  if (labels.length === 1) {
    const message = `${quoteInput(name)} is a single name and not the full name of a domain.`
    return fault('publish-bare-label', message, `Enter the full name, ${example}.`)
  }
  return /^\d+$/.test(labels.at(-1) ?? '') ? illegal(`${quoteInput(name)} is an IP address and not a domain.`) : null
}
