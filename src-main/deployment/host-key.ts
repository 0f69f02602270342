/** The domain of a full name in small letters; null for a bare name or an address. */
export const domainOf = (name: string): string | null => {
  if (/^[\d.]+$|:/.test(name)) return null
  const dot = name.indexOf('.')
  return dot < 0
    ? null
    : name
        .slice(dot + 1)
        .toLowerCase()
        .replace(/\.$/, '') || null
}

/** A KMS host as a client or a record names it. */
export interface NamedHost {
  /** In small letters, without a dot at the end; a bare name has the domain of who names it. */
  readonly key: string
  readonly name: string
  readonly port: number | null
}

/**
 * Reads a host as a client names it: `KMS01`, `kms01.contoso.com:1688`, `[2001:db8::1]:1688`.
 * @param domain the domain in which a bare name is looked for; null for none
 */
export const namedHost = (text: string, domain: string | null): NamedHost => {
  const bracketed = /^\[([^\]]+)\](?::(\d+))?$/.exec(text.trim())
  const plain = /^([^:]+)(?::(\d+))?$/.exec(text.trim())
  const [, host = text.trim(), port] = bracketed ?? plain ?? []
  const name = host.replace(/\.$/, '')
  const isAddress = /^[\d.]+$|:/.test(name)
  const full = isAddress || name.includes('.') || domain === null ? name : `${name}.${domain}`
  return { key: full.toLowerCase(), name: full, port: port === undefined ? null : Number(port) }
}
