import { z } from 'zod'

/**
 * One DNS domain in which a KMS host publishes itself (DnsDomainPublishList, kms.md 2). Ranges are checked by main, which
 * answers with field and remedy; here they are only bounded.
 */
export const PublishRow = z
  .object({ domain: z.string().max(1024), priority: z.number().int(), weight: z.number().int() })
  .strict()
export type PublishRow = z.infer<typeof PublishRow>

/** A row of the publish list as it stands in an editor: what was typed, right or wrong. */
export const PublishRowDraft = z
  .object({ domain: z.string().max(1024), priority: z.string().max(64), weight: z.string().max(64) })
  .strict()
export type PublishRowDraft = z.infer<typeof PublishRowDraft>

const PublishRows = z.array(PublishRow).max(256)

/** Where a KMS host publishes itself: in its own domain, in the domains of a list, or nowhere. */
export const Publishing = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('automatic') }).strict(),
  z.object({ mode: z.literal('domains'), domains: PublishRows }).strict(),
  z.object({ mode: z.literal('none') }).strict(),
])
export type Publishing = z.infer<typeof Publishing>

/** One value of a KMS host as it stands in the registry, as a .reg file carries it (kms.md 2). */
export const HostRegistryValue = z.discriminatedUnion('type', [
  z
    .object({
      name: z.literal('DnsDomainPublishList'),
      type: z.literal('REG_MULTI_SZ'),
      data: z.array(z.string().max(2048)).max(256),
    })
    .strict(),
  z
    .object({
      name: z.enum(['DisableDnsPublishing', 'EnableKmsLowPriority', 'VLActivationInterval', 'VLRenewalInterval']),
      type: z.literal('REG_DWORD'),
      data: z.number().int().min(0).max(0xffffffff),
    })
    .strict(),
  z
    .object({
      name: z.literal('KeyManagementServiceListeningPort'),
      type: z.literal('REG_SZ'),
      data: z.string().max(64),
    })
    .strict(),
])
export type HostRegistryValue = z.infer<typeof HostRegistryValue>

/** A number of minutes as the wizard sends it; main checks the range (15 to 43200) and names the field. */
const Minutes = z.number().int()

/** One setting of a KMS host that is to be changed on its own: a plan of one step or a few. */
export const HostChange = z.discriminatedUnion('setting', [
  /** TCP port; a port other than 1688 gets a firewall rule of its own where `openFirewall` is set. */
  z.object({ setting: z.literal('port'), port: z.number().int(), openFirewall: z.boolean().default(true) }).strict(),
  /** By the licensing service's own method, or by the registry value DisableDnsPublishing. */
  z
    .object({
      setting: z.literal('dns-publishing'),
      enabled: z.boolean(),
      by: z.enum(['service', 'registry']).default('service'),
    })
    .strict(),
  /** The whole list; an empty one deletes it, so that the host publishes itself in its own domain alone. */
  z.object({ setting: z.literal('publish-list'), domains: PublishRows }).strict(),
  /** Process priority of the licensing service. */
  z.object({ setting: z.literal('priority'), low: z.boolean() }).strict(),
  z.object({ setting: z.literal('activation-interval'), minutes: Minutes }).strict(),
  z.object({ setting: z.literal('renewal-interval'), minutes: Minutes }).strict(),
  /** The values of an imported .reg file. */
  z.object({ setting: z.literal('registry-values'), values: z.array(HostRegistryValue).min(1).max(6) }).strict(),
])
/** A change as a window writes it; members with a default may be left out. */
export type HostChange = z.input<typeof HostChange>
/** A change after validation. */
export type CheckedHostChange = z.output<typeof HostChange>

/** What a KMS host is set to. Null where it could not be read. */
export const HostSettings = z
  .object({
    /** TCP port on which it listens. */
    port: z.number().int(),
    /** Minutes. */
    activationInterval: z.number().int().nullable(),
    /** Minutes. */
    renewalInterval: z.number().int().nullable(),
    dnsPublishing: z.boolean(),
    lowPriority: z.boolean(),
    /** The publish list as rows; empty where there is none. */
    publishList: z.array(PublishRowDraft),
    /** The host's own DNS domain; null in a workgroup without one. */
    ownDomain: z.string().nullable(),
  })
  .strict()
export type HostSettings = z.infer<typeof HostSettings>
