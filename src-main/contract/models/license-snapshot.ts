import { z } from 'zod'

/** What kind of product a licence is, decided by substrings of its Description (slmgr.md 2.4). */
export const ProductKind = z.enum(['kms-client', 'kms-host', 'mak', 'retail', 'oem', 'time-based', 'avma', 'other'])
export type ProductKind = z.infer<typeof ProductKind>

/** SoftwareLicensingProduct.LicenseStatus (slmgr.md 7.5). */
export const LicenseStatus = z.enum([
  'unlicensed',
  'licensed',
  'oob-grace',
  'oot-grace',
  'non-genuine-grace',
  'notification',
  'extended-grace',
  'unknown',
])
export type LicenseStatus = z.infer<typeof LicenseStatus>

/** One SoftwareLicensingProduct that carries a key. Counts are null where Windows reports "none" (0xFFFFFFFF). */
export const LicensedProduct = z
  .object({
    activationId: z.string(),
    applicationId: z.string(),
    name: z.string(),
    description: z.string(),
    /** The channel part of Description, for example `VOLUME_KMS_R2_C`. */
    channel: z.string(),
    kind: ProductKind,
    isWindows: z.boolean(),
    isAddon: z.boolean(),
    partialProductKey: z.string().nullable(),
    status: LicenseStatus,
    /** LicenseStatusReason as unsigned HRESULT. */
    statusReason: z.number().int().nonnegative(),
    /** Minutes; 0 means permanent when licensed. */
    graceMinutes: z.number().int().nonnegative(),
    isKmsHost: z.boolean(),
    currentCount: z.number().int().nonnegative().nullable(),
    requiredCount: z.number().int().nonnegative().nullable(),
  })
  .strict()
export type LicensedProduct = z.infer<typeof LicensedProduct>

/** What was read about one computer's licensing at one moment. */
export const LicenseSnapshot = z
  .object({
    /** ISO 8601 time at which it was read, by the app's clock. */
    readAt: z.string(),
    computerName: z.string(),
    /** FQDN of the computer, or its bare name in a workgroup. */
    fullName: z.string(),
    /** Primary DNS domain; null in a workgroup without one. */
    dnsDomain: z.string().nullable(),
    osCaption: z.string(),
    osVersion: z.string(),
    osBuild: z.number().int(),
    /** Win32_OperatingSystem.ProductType: 1 workstation, 2 domain controller, 3 server. */
    isServer: z.boolean(),
    serviceVersion: z.string(),
    clientMachineId: z.string().nullable(),
    /** TCP port on which the KMS host listens (0 in WMI means 1688, slmgr.md 3.4b). */
    kmsListeningPort: z.number().int(),
    kmsDnsPublishing: z.boolean(),
    /** Every product with a key; the primary Windows product first. */
    products: z.array(LicensedProduct),
    /** True where the read was made without elevation and slmgr's guide says data may be missing. */
    mayBeIncomplete: z.boolean(),
  })
  .strict()
export type LicenseSnapshot = z.infer<typeof LicenseSnapshot>
