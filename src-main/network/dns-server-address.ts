import { isIP, isIPv6 } from 'node:net'

/** Where a DNS server listens, the host still a name or an address. */
export interface DnsServerAddress {
  readonly host: string
  readonly port: number
}

const defaultDnsPort = 53

/**
 * Reads a DNS server as people write it: `dns01`, `192.0.2.1`, `192.0.2.1:5353`, `2001:db8::1`, `[2001:db8::1]:5353`.
 * Null where the host is empty or the port is none.
 */
export const parseDnsServer = (text: string): DnsServerAddress | null => {
  const trimmed = text.trim()
  if (isIPv6(trimmed)) return { host: trimmed, port: defaultDnsPort }
  const match = /^(?:\[([^\]]+)\]|([^:[\]\s]+))(?::(\d{1,5}))?$/.exec(trimmed)
  const host = match?.[1] ?? match?.[2]
  if (host === undefined || (match?.[1] !== undefined && isIP(host) !== 6)) return null
  const port = match?.[3] === undefined ? defaultDnsPort : Number(match[3])
  return port >= 1 && port <= 65_535 ? { host, port } : null
}
