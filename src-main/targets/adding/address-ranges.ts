import ipaddr from 'ipaddr.js'
import { EntryCollector, type Collected } from './entry-collector.ts'
import type { NameFault } from './computer-name.ts'
import type { Pace } from './pace.ts'

/** Addresses that one preview takes at most: as many as a /16 has. */
export const mostAddresses = 65_536

type Address = ipaddr.IPv4 | ipaddr.IPv6
interface Range {
  readonly first: bigint
  readonly last: bigint
  readonly kind: 'ipv4' | 'ipv6'
}
const example = 'Write it like "10.0.0.1-10.0.0.50", "10.0.0.1-50" or "10.0.0.0/24".'

const numberOf = (address: Address): bigint =>
  address.toByteArray().reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)

const addressAt = (number: bigint, kind: Range['kind']): string => {
  const length = kind === 'ipv4' ? 4 : 16
  const bytes = Array.from({ length }, (_, index) => Number((number >> BigInt(8 * (length - 1 - index))) & 255n))
  return ipaddr.fromByteArray(bytes).toString()
}

const parseAddress = (text: string): Address | null =>
  ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text) ? ipaddr.parse(text) : null

const notAnAddress = (text: string): NameFault => ({ message: `"${text}" is no IP address.`, remedy: example })

const subnet = (text: string, bits: string): Range | NameFault => {
  const base = parseAddress(text)
  if (!base) return notAnAddress(text)
  const kind = base.kind()
  const width = kind === 'ipv4' ? 32 : 128
  const prefix = /^\d{1,3}$/.test(bits) ? Number(bits) : Number.NaN
  if (!(prefix >= 0 && prefix <= width))
    return {
      message: `"/${bits}" is no prefix length of an ${kind === 'ipv4' ? 'IPv4' : 'IPv6'} network.`,
      remedy: `Use a number from 0 to ${width}.`,
    }
  const size = 1n << BigInt(width - prefix)
  const network = (numberOf(base) / size) * size
  // The first and the last address of an IPv4 network are the network itself and its broadcast (not so for /31 and /32).
  const edges = kind === 'ipv4' && prefix <= 30 ? 1n : 0n
  return { first: network + edges, last: network + size - 1n - edges, kind }
}

const span = (from: string, to: string): Range | NameFault => {
  const first = parseAddress(from)
  if (!first) return notAnAddress(from)
  const full = /^\d{1,3}$/.test(to) && first.kind() === 'ipv4' ? from.replace(/\d+$/, to) : to
  const last = parseAddress(full)
  if (!last) return notAnAddress(to)
  if (first.kind() !== last.kind())
    return { message: 'One end of the range is IPv4 and the other IPv6.', remedy: example }
  if (numberOf(first) > numberOf(last))
    return { message: 'The range ends before it begins.', remedy: `Turn it around: "${full}-${from}".` }
  return { first: numberOf(first), last: numberOf(last), kind: first.kind() }
}

const parseRange = (text: string): Range | NameFault => {
  const [, network, bits] = /^([^/]+)\/(.*)$/.exec(text) ?? []
  if (network !== undefined && bits !== undefined) return subnet(network.trim(), bits.trim())
  const [, from, to] = /^([^-]+)-([^-]+)$/.exec(text) ?? []
  if (from !== undefined && to !== undefined) return span(from.trim(), to.trim())
  return span(text, text)
}

const tooMany = (count: bigint, kind: Range['kind']): NameFault => ({
  message: `These are ${count.toLocaleString('en')} addresses; ${mostAddresses.toLocaleString('en')} can be added at a time.`,
  remedy: kind === 'ipv4' ? 'Take a smaller part, for example a /24.' : 'Take a smaller part: at most a /112.',
})

/** A range that fits besides the addresses that there are already. */
const boundedRange = (text: string, before: bigint): Range | NameFault => {
  const range = parseRange(text)
  if ('message' in range) return range
  const sum = before + range.last - range.first + 1n
  return sum > mostAddresses ? tooMany(sum, range.kind) : range
}

/**
 * Addresses from ranges: `a-b`, `a-50`, `a/24` and single ones, IPv4 or IPv6, parted by commas, semicolons or lines. A range
 * that is reversed, that is no range or that takes the sum beyond 65,536 is a problem with its remedy and adds nothing.
 */
export const readAddressRanges = async (text: string, pace: Pace): Promise<Collected> => {
  const collector = new EntryCollector()
  let sum = 0n
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    for (const part of line.split(/[,;]/)) {
      const value = part.trim()
      if (value === '') continue
      const range = boundedRange(value, sum)
      if ('message' in range) {
        collector.problem({ level: 'error', line: index + 1, field: 'range', value, ...range })
        continue
      }
      sum += range.last - range.first + 1n
      for (let number = range.first; number <= range.last; number += 1n) {
        collector.add({ line: index + 1, name: addressAt(number, range.kind) })
        if (number % 256n === 0n) await pace()
      }
    }
  }
  return collector.collected()
}
