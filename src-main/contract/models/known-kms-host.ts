import { z } from 'zod'
import { AppErrorSchema } from './app-error-schema.ts'
import { DnsPlace, TypedDomain, TypedServer } from './dns-survey.ts'
import { HostName, ScenarioName } from './target.ts'

/** A computer as it is remembered: without credentials, which are asked for when they are needed. */
export const HostRef = z.discriminatedUnion('place', [
  z.object({ place: z.literal('this-computer') }).strict(),
  z.object({ place: z.literal('network'), host: HostName }).strict(),
  z.object({ place: z.literal('lab'), scenario: ScenarioName, host: HostName }).strict(),
])
export type HostRef = z.infer<typeof HostRef>

/** A KMS host that the app knows of. */
export const KnownKmsHost = z
  .object({
    host: HostRef,
    /** Its full name where that is known, else the name under which it was added. */
    name: z.string(),
    /** `plan`: set up with this app. `by-hand`: added by a person. `dns`: only found in DNS, which may be a rogue host. */
    source: z.enum(['plan', 'by-hand', 'dns']),
    /** ISO 8601: when it was set up, added or found. */
    since: z.string(),
  })
  .strict()
export type KnownKmsHost = z.infer<typeof KnownKmsHost>

/** Which KMS hosts to list. */
export const KnownHostsQuestion = z
  .object({
    /** Looks in DNS as well, for this call alone; null: what the app remembers. */
    dns: z
      .object({ place: DnsPlace, domains: z.array(TypedDomain).max(20), servers: z.array(TypedServer).max(8) })
      .strict()
      .nullable(),
  })
  .strict()
export type KnownHostsQuestion = z.infer<typeof KnownHostsQuestion>

/** The list. `dnsErrors`: what could not be asked, which is not "none". */
export const KnownKmsHosts = z.object({ hosts: z.array(KnownKmsHost), dnsErrors: z.array(AppErrorSchema) }).strict()
export type KnownKmsHosts = z.infer<typeof KnownKmsHosts>
