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

/** By which ways a product may be activated: SetVLActivationTypeEnabled 1, 2 and 3, and none of them for all (slmgr.md 7.5). */
export const ActivationType = z.enum(['all', 'active-directory', 'kms', 'token'])
export type ActivationType = z.infer<typeof ActivationType>

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
    /** The ways that are allowed (VLActivationTypeEnabled); null where the Windows version lacks it (before Windows 8). */
    activationType: ActivationType.nullable(),
    /** By which way the last activation went (VLActivationType); null where none did or the version lacks it. */
    activatedBy: z.enum(['active-directory', 'kms', 'token']).nullable(),
    /** Rearms left for the application; null where Windows tells none or the version lacks it (before Windows 8.1). */
    applicationRearmsLeft: z.number().int().nonnegative().nullable(),
    /** Rearms left for this product; null as above. */
    productRearmsLeft: z.number().int().nonnegative().nullable(),
  })
  .strict()
export type LicensedProduct = z.infer<typeof LicensedProduct>

/** What a computer is set to as a KMS client, for the licensing service as a whole (slmgr.md 1.4 and 7.1). */
export const KmsClientSettings = z
  .object({
    /** The fixed KMS host; null where the client looks in DNS. */
    host: z.string().nullable(),
    /** The fixed port; null where none is set, which means 1688. */
    port: z.number().int().nullable(),
    /** The domain in which SRV records are looked for; null where none is set or the version lacks it (before Windows 8). */
    lookupDomain: z.string().nullable(),
    /** The KMS host that was found in DNS last. */
    discoveredHost: z.string().nullable(),
    discoveredPort: z.number().int().nullable(),
    /** Null also before Windows 8.1, which has no such property. */
    discoveredAddress: z.string().nullable(),
    /** Whether the KMS host that answered is kept for the next time. */
    hostCaching: z.boolean(),
    /** Whether activation by KMS is switched off; null but in Windows 7 and Server 2008 R2. */
    activationDisabled: z.boolean().nullable(),
  })
  .strict()
export type KmsClientSettings = z.infer<typeof KmsClientSettings>

/** What the licensing classes of a computer have, seen by asking for the properties and not by the name of the product. */
export const LicensingAbilities = z
  .object({
    /** slmgr /skms-domain, Windows 8 and later. */
    lookupDomain: z.boolean(),
    /** slmgr /act-type, Windows 8 and later. */
    activationType: z.boolean(),
    /** slmgr /rearm-app and /rearm-sku, Windows 8.1 and later. */
    productRearm: z.boolean(),
    /** slmgr /stao and /ctao, Windows 7 and Server 2008 R2 only. */
    activationSwitch: z.boolean(),
  })
  .strict()
export type LicensingAbilities = z.infer<typeof LicensingAbilities>

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
    kmsClient: KmsClientSettings,
    abilities: LicensingAbilities,
    /** How often Windows can still be rearmed; null where it does not tell. */
    windowsRearmsLeft: z.number().int().nonnegative().nullable(),
    /** DNS suffixes that names are searched with, in their order; null where they could not be read. */
    dnsSuffixes: z.array(z.string()).nullable(),
    /** Every product with a key; the primary Windows product first. */
    products: z.array(LicensedProduct),
    /** True where the read was made without elevation and slmgr's guide says data may be missing. */
    mayBeIncomplete: z.boolean(),
  })
  .strict()
export type LicenseSnapshot = z.infer<typeof LicenseSnapshot>
