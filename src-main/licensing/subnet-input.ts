import { isIPv4, isIPv6 } from 'node:net'
import { quoteInput } from './quote-input.ts'

/** What became of a typed sender: its form for the firewall, or what is wrong with it. */
export type ReadSubnet =
  | { readonly outcome: 'value'; readonly value: string }
  | { readonly outcome: 'refused'; readonly message: string; readonly remedy: string }

const value = (text: string): ReadSubnet => ({ outcome: 'value', value: text })
const refused = (message: string, remedy: string): ReadSubnet => ({ outcome: 'refused', message, remedy })

const howTo =
  'Write a subnet with its length (10.1.0.0/16) or its mask (10.1.0.0/255.255.0.0), a range (10.1.0.10-10.1.0.90), or one address.'

const octets = (address: string): number => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
const dotted = (number: number): string => [24, 16, 8, 0].map((bits) => (number >>> bits) & 255).join('.')
const maskOf = (length: number): number => (length === 0 ? 0 : (0xffffffff << (32 - length)) >>> 0)

/** The length of a mask such as 255.255.0.0; null where its ones are not in front. */
const lengthOfMask = (mask: string): number | null => {
  const number = octets(mask)
  const length = Math.clz32(~number >>> 0)
  return maskOf(length) === number ? length : null
}

const lengthOf = (typed: string, most: number): number | null =>
  /^\d{1,3}$/.test(typed) && Number(typed) <= most ? Number(typed) : null

const readV4Subnet = (typed: string, address: string, tail: string): ReadSubnet => {
  const length = isIPv4(tail) ? lengthOfMask(tail) : lengthOf(tail, 32)
  if (length === null)
    return refused(`${quoteInput(typed)} has no subnet mask that is one: ${quoteInput(tail)}.`, howTo)
  if (length === 0)
    return refused(`${quoteInput(typed)} is every address there is.`, 'Choose “from anywhere” for that.')
  const start = dotted((octets(address) & maskOf(length)) >>> 0)
  if (start === address) return value(`${address}/${length}`)
  return refused(`${quoteInput(typed)} does not begin where its subnet begins.`, `Write ${start}/${length}.`)
}

const readV6Subnet = (typed: string, address: string, tail: string): ReadSubnet => {
  const length = lengthOf(tail, 128)
  if (length === null) return refused(`${quoteInput(typed)} has no prefix length from 1 to 128.`, howTo)
  if (length === 0)
    return refused(`${quoteInput(typed)} is every address there is.`, 'Choose “from anywhere” for that.')
  return value(`${address.toLowerCase()}/${length}`)
}

const readRange = (typed: string, from: string, to: string): ReadSubnet => {
  if (!isIPv4(from) || !isIPv4(to)) return refused(`${quoteInput(typed)} is no range of two IPv4 addresses.`, howTo)
  if (octets(from) <= octets(to)) return value(`${from}-${to}`)
  return refused(`The range ${quoteInput(typed)} ends before it begins.`, `Write ${to}-${from}.`)
}

/**
 * Reads one sender as `netsh advfirewall` takes it in `remoteip` (IPv4 or IPv6 address, subnet, IPv4 range), in one
 * spelling. Pure. Nothing passes that cmd.exe could take for more than an address: a zone index (%eth0) is refused.
 */
export const readSubnet = (typed: string): ReadSubnet => {
  const text = typed.trim()
  if (text === '') return refused('A subnet is empty.', 'Write a subnet, or remove the row.')
  const [address = '', tail, ...more] = text.split('/').map((part) => part.trim())
  if (more.length > 0 || address.includes('%'))
    return refused(`${quoteInput(text)} is no address and no subnet.`, howTo)
  if (tail !== undefined) {
    if (isIPv4(address)) return readV4Subnet(text, address, tail)
    if (isIPv6(address)) return readV6Subnet(text, address, tail)
    return refused(`${quoteInput(text)} does not begin with an IP address.`, howTo)
  }
  const [from = '', to, ...rest] = address.split('-').map((part) => part.trim())
  if (to !== undefined)
    return rest.length > 0 ? refused(`${quoteInput(text)} is no range.`, howTo) : readRange(text, from, to)
  if (isIPv4(address)) return value(address)
  if (isIPv6(address)) return value(address.toLowerCase())
  return refused(`${quoteInput(text)} is neither an IP address nor a subnet.`, howTo)
}
