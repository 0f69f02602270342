import { z } from 'zod'
import { ProductKind } from './license-snapshot.ts'

/**
 * The generation of the licensing classes, named after the Windows version that first has it: 6.1 Windows 7 and Server
 * 2008 R2, 6.2 Windows 8, 6.3 Windows 8.1, Server 2019, 23H2 (slmgr.md 7). Told by the properties that the classes have.
 */
export const LicensingGeneration = z.enum(['6.1', '6.2', '6.3', 'server-2019', '23h2'])
export type LicensingGeneration = z.infer<typeof LicensingGeneration>

const uint32 = z.number().int().min(0).max(0xffffffff)
/** Null: Windows has none, or this Windows version lacks the property. */
const Text = z.string().nullable()
const Count = uint32.nullable()
/** ISO 8601 UTC; null for none, which Windows writes as 1601-01-01. */
const Time = z.string().nullable()

/** The clock of the computer that was looked at. */
export const TargetClock = z
  .object({
    /** ISO 8601 UTC: what it showed when it was read. */
    time: z.string(),
    /** Minutes that its local time is ahead of UTC, summer time included (Win32_OperatingSystem.CurrentTimeZone). */
    utcOffset: z.number().int().min(-1440).max(1440),
    /** Seconds that it is ahead of the clock of the app's own computer; negative where it is behind. */
    ahead: z.number().int(),
  })
  .strict()
export type TargetClock = z.infer<typeof TargetClock>

/** What SoftwareLicensingService tells (slmgr.md 7.1). Of the key in the firmware no more than its end. */
export const ServiceDetails = z
  .object({
    version: z.string(),
    clientMachineId: Text,
    kmsListeningPort: Count,
    kmsDnsPublishing: z.boolean().nullable(),
    kmsLowPriority: z.boolean().nullable(),
    kmsHostCaching: z.boolean().nullable(),
    remainingWindowsRearms: Count,
    /** The manufacturer's key in the firmware: its last five characters and what Windows calls it; null where there is none. */
    firmwareKey: z
      .object({ lastFive: z.string().length(5), description: Text })
      .strict()
      .nullable(),
    /** Null where the class has no such properties (before 23H2). */
    subscription: z.object({ type: Count, status: Count, edition: Text, expiry: Text }).strict().nullable(),
  })
  .strict()
export type ServiceDetails = z.infer<typeof ServiceDetails>

/** The requests that a KMS host has received, by the licence status of the client (slmgr.md 3.4b). */
export const RequestCounts = z
  .object({
    total: uint32,
    failed: Count,
    unlicensed: Count,
    licensed: Count,
    oobGrace: Count,
    ootGrace: Count,
    nonGenuineGrace: Count,
    notification: Count,
  })
  .strict()
export type RequestCounts = z.infer<typeof RequestCounts>

/** What SoftwareLicensingProduct tells about one product (slmgr.md 7.3). */
export const ProductDetails = z
  .object({
    activationId: z.string(),
    applicationId: z.string(),
    name: z.string(),
    description: z.string(),
    kind: ProductKind,
    isWindows: z.boolean(),
    isAddon: z.boolean(),
    /** The primary Windows product: with a key, and no add-on (slmgr.md 2.2). */
    isPrimary: z.boolean(),
    partialProductKey: Text,
    productKeyId: Text,
    productKeyChannel: Text,
    installationId: Text,
    processorUrl: Text,
    machineUrl: Text,
    useLicenseUrl: Text,
    productKeyUrl: Text,
    validationUrl: Text,
    /** SoftwareLicensingProduct.LicenseStatus (slmgr.md 7.5). */
    status: uint32,
    /** LicenseStatusReason as an unsigned HRESULT. */
    statusReason: uint32,
    /** Minutes; 0 with status 1 means permanent. */
    graceMinutes: uint32,
    evaluationEnd: Time,
    trustedTime: Time,
    remainingAppRearms: Count,
    remainingSkuRearms: Count,
    /** VLActivationTypeEnabled, what is allowed: 1 Active Directory, 2 KMS, 3 token; else all. */
    activationTypeEnabled: Count,
    /** VLActivationType, what activated last. */
    activationType: Count,
    kms: z
      .object({
        lookupDomain: Text,
        machine: Text,
        port: Count,
        discoveredName: Text,
        discoveredPort: Count,
        discoveredAddress: Text,
        hostProductKeyId: Text,
        activationInterval: Count,
        renewalInterval: Count,
      })
      .strict(),
    kmsHost: z.object({ enabled: z.boolean(), currentCount: Count, requests: RequestCounts.nullable() }).strict(),
    activeDirectory: z.object({ objectName: Text, objectDn: Text, csvlkPid: Text, csvlkSkuId: Text }).strict(),
    token: z.object({ ilid: Text, ilvid: Count, grantNumber: Count, thumbprint: Text, additionalInfo: Text }).strict(),
    avma: z.object({ iaid: Text, hostName: Text, lastActivation: Time, hostDigitalPid2: Text }).strict(),
  })
  .strict()
export type ProductDetails = z.infer<typeof ProductDetails>

/** Everything that `slmgr /dlv` shows, and more, about one computer at one moment. */
export const LicensingDetails = z
  .object({
    /** ISO 8601, by the clock of the app's own computer. */
    readAt: z.string(),
    fullName: z.string(),
    osCaption: z.string(),
    osVersion: z.string(),
    osBuild: z.number().int(),
    clock: TargetClock,
    generation: LicensingGeneration,
    service: ServiceDetails,
    /** In the order in which Windows lists them. */
    products: z.array(ProductDetails),
    /** True where the read was made without elevation and something may be missing. */
    mayBeIncomplete: z.boolean(),
  })
  .strict()
export type LicensingDetails = z.infer<typeof LicensingDetails>

/** Which products: the primary one with all add-ons that have a key, all, or one by its activation ID (slmgr.md 3.1). */
export const DetailsScope = z.union([z.literal('default'), z.literal('all'), z.guid()])
export type DetailsScope = z.infer<typeof DetailsScope>

/** How long one product's activation lasts, in a sentence of the app's own and in slmgr's words. */
export const ExpiryLine = z
  .object({
    activationId: z.string(),
    name: z.string(),
    sentence: z.string(),
    /** What `slmgr /xpr` prints; null where it prints nothing for this product. */
    slmgr: z.string().nullable(),
    /** ISO 8601 UTC by the computer's own clock; null where it does not end. */
    endsAt: z.string().nullable(),
  })
  .strict()
export type ExpiryLine = z.infer<typeof ExpiryLine>

/** The details with the texts that slmgr would print of them, labels and order its own. */
export const LicensingDetailsAnswer = z
  .object({
    details: LicensingDetails,
    /** One line for each product that is shown. */
    expiry: z.array(ExpiryLine),
    texts: z.object({ dli: z.string(), dlv: z.string(), xpr: z.string() }).strict(),
  })
  .strict()
export type LicensingDetailsAnswer = z.infer<typeof LicensingDetailsAnswer>
