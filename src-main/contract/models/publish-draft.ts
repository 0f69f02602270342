import { z } from 'zod'
import { SrvRecordInput, TsigAlgorithm } from './dns.ts'
import { DnsPlace, TypedDomain, TypedServer } from './dns-survey.ts'
import { SrvRecord } from './kms-host-report.ts'
import { SecretRef, TargetRef } from './target.ts'

/** A TSIG key (RFC 8945). The secret is Base64 text in main's memory, of kind `tsig-secret`. */
export const TsigKeyRef = z
  .object({ keyName: z.string().max(255), algorithm: TsigAlgorithm, secret: SecretRef })
  .strict()
export type TsigKeyRef = z.infer<typeof TsigKeyRef>

/** The way in which KMS records are changed. */
export const PublishVia = z.discriminatedUnion('kind', [
  /** Microsoft DNS through its own management, root\MicrosoftDNS on the DNS server. The zones are read from the server. */
  z.object({ kind: z.literal('microsoft-dns'), server: TargetRef }).strict(),
  /** A signed or unsigned dynamic update (RFC 2136), as BIND takes it. */
  z
    .object({
      kind: z.literal('dynamic-update'),
      place: DnsPlace,
      /** The primary server of the zone: name or address, without a port. */
      server: TypedServer,
      /** As typed; 53 is usual. */
      port: z.string().max(64),
      /** Null: main finds the zone of each domain by asking the server. */
      zone: TypedDomain.nullable(),
      /** `auto`: UDP, and TCP where a message is too long or the answer was cut off. */
      transport: z.enum(['auto', 'tcp']),
      /** Null sends the changes unsigned. */
      tsig: TsigKeyRef.nullable(),
    })
    .strict(),
])
export type PublishVia = z.infer<typeof PublishVia>

/** One change of a KMS record. `previous` is the record as the person saw it. */
export const PublishChange = z.discriminatedUnion('op', [
  z.object({ op: z.literal('create'), record: SrvRecordInput }).strict(),
  z.object({ op: z.literal('change'), record: SrvRecordInput, previous: SrvRecord }).strict(),
  z.object({ op: z.literal('remove'), domain: TypedDomain, previous: SrvRecord }).strict(),
])
export type PublishChange = z.infer<typeof PublishChange>

/**
 * What "Publish KMS in DNS" proposes. What is wrong with a change is an `invalid-input` error whose field is
 * `changes.<index>.<field of the record>`; with the way, `server`, `port`, `zone`, `tsigName`, `tsigSecret`.
 */
export const PublishKmsDraft = z
  .object({ wizard: z.literal('publish-kms'), via: PublishVia, changes: z.array(PublishChange).min(1).max(32) })
  .strict()
export type PublishKmsDraft = z.infer<typeof PublishKmsDraft>
