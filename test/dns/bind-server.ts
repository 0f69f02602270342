import type { TsigAlgorithm, SrvRecordValue } from '../../src-main/contract/models/dns.ts'
import type { SrvRecord } from '../../src-main/contract/models/kms-host-report.ts'
import type { DnsUpdate } from '../../src-main/network/dns-update.ts'
import { checkTsigKey, type TsigKey } from '../../src-main/network/tsig-input.ts'
import { lookupSrv } from '../../src-main/network/srv-lookup.ts'

const setting = (name: string): string => {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} is not set. Start these tests with: npm run test:dns`)
  return value
}

/** Where the BIND of these tests listens. */
export const port = Number(setting('FIELD_KIT_DNS_PORT'))
export const server = `127.0.0.1:${port}`
export const folder = setting('FIELD_KIT_DNS_FOLDER')

const secrets = JSON.parse(setting('FIELD_KIT_DNS_SECRETS')) as Record<string, string>

/** The secret of a key that BIND knows, as Base64. */
export const secretOf = (algorithm: TsigAlgorithm): string => secrets[algorithm] ?? ''

/** A key that BIND knows, read as the app reads one; parts of it can be made wrong. */
export const keyFor = (algorithm: TsigAlgorithm, wrong: { name?: string; secret?: string } = {}): TsigKey => {
  const key = checkTsigKey({
    name: wrong.name ?? `key-${algorithm}`,
    algorithm,
    secret: wrong.secret ?? secretOf(algorithm),
  })
  if (!key.ok) throw new Error(key.error.message)
  return key.value
}

export const signedName = '_vlmcs._tcp.signed.test'

/** An SRV record for a host. */
export const record = (target: string, more: Partial<SrvRecordValue> = {}): SrvRecordValue => ({
  target,
  port: 1688,
  priority: 0,
  weight: 0,
  ttl: 3600,
  ...more,
})

/** What is published under a name now, through the app's own resolver. */
export const published = async (name: string): Promise<SrvRecord[]> => {
  const lookup = await lookupSrv(name, server)
  if (lookup.outcome === 'could-not-ask') throw new Error(lookup.error.message)
  return lookup.outcome === 'found' ? lookup.records : []
}

/** A change of the signed zone with its right key. */
export const signedUpdate = async (change: DnsUpdate['change'], more: Partial<DnsUpdate> = {}): Promise<DnsUpdate> => ({
  zone: 'signed.test',
  owner: signedName,
  seen: await published(signedName),
  change,
  server,
  key: keyFor('hmac-sha256'),
  ...more,
})
