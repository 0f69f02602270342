import { z } from 'zod'
import { KmsEndpointProbe } from './dns.ts'
import { Finding } from './finding.ts'
import { SrvLookup } from './kms-host-report.ts'
import { LicensingGeneration, TargetClock } from './licensing-details.ts'

/** The steps of "Check this computer", in their order. The first four do not all apply to every computer. */
export const selfTestSteps = [
  'elevation',
  'name',
  'port-135',
  'wmi',
  'os-version',
  'schema',
  'licensing',
  'service',
  'registry',
  'firewall',
  'events',
  'clock',
  'dns',
  'kms-port',
] as const
export const SelfTestStepId = z.enum(selfTestSteps)
export type SelfTestStepId = z.infer<typeof SelfTestStepId>

/** What one step found out; `finding.check` is the step's own name. */
export const SelfTestStep = z
  .object({
    step: SelfTestStepId,
    finding: Finding,
    /** Further findings of the same step. */
    more: z.array(Finding),
    milliseconds: z.number().int().nonnegative(),
  })
  .strict()
export type SelfTestStep = z.infer<typeof SelfTestStep>

/** A property of a WMI object. Datetimes are ISO 8601 UTC texts, uint32 is unsigned. */
export const ReportedValue = z.union([z.string().max(8192), z.number(), z.boolean(), z.null()])
export type ReportedValue = z.infer<typeof ReportedValue>

/** A row of a licensing class: every property that the class has, but those that are left out as secret. */
export const ReportedRow = z.record(z.string().max(128), ReportedValue)
export type ReportedRow = z.infer<typeof ReportedRow>

/** A class of root\cimv2 with the properties that this computer's version has; also those that are left out of rows. */
export const ReportedSchema = z
  .object({ className: z.string().max(128), properties: z.array(z.string().max(128)).max(256) })
  .strict()
export type ReportedSchema = z.infer<typeof ReportedSchema>

/** The licensing classes as they answered. */
export const ReportedLicensing = z
  .object({
    generation: LicensingGeneration,
    schemas: z.array(ReportedSchema).max(8),
    service: ReportedRow,
    /** Products with a key. */
    products: z.array(ReportedRow).max(64),
  })
  .strict()
export type ReportedLicensing = z.infer<typeof ReportedLicensing>

/** What Win32_OperatingSystem and Win32_ComputerSystem tell. No user is named. */
export const ReportedSystem = z
  .object({
    name: z.string().max(256),
    fullName: z.string().max(512),
    /** Null in a workgroup without a DNS suffix. */
    dnsDomain: z.string().max(256).nullable(),
    partOfDomain: z.boolean(),
    caption: z.string().max(256),
    version: z.string().max(64),
    build: z.number().int().nonnegative(),
    /** 1 workstation, 2 domain controller, 3 server. */
    productType: z.number().int().nonnegative(),
    /** Win32_OperatingSystem.OperatingSystemSKU. */
    sku: z.number().int().nonnegative().nullable(),
    /** EditionID of the registry: "ServerStandard". */
    editionId: z.string().max(128).nullable(),
    architecture: z.string().max(64).nullable(),
  })
  .strict()
export type ReportedSystem = z.infer<typeof ReportedSystem>

/** A value below HKEY_LOCAL_MACHINE. */
export const ReportedRegistryValue = z
  .object({
    path: z.string().max(1024),
    name: z.string().max(256),
    type: z.enum(['REG_SZ', 'REG_DWORD', 'REG_MULTI_SZ', 'other']),
    data: z.union([z.string().max(8192), z.number(), z.array(z.string().max(1024)).max(256), z.null()]),
  })
  .strict()
export type ReportedRegistryValue = z.infer<typeof ReportedRegistryValue>

/** A rule of the firewall group for KMS. Null where Windows did not tell. */
export const ReportedFirewallRule = z.object({ name: z.string().max(256), enabled: z.boolean().nullable() }).strict()
export type ReportedFirewallRule = z.infer<typeof ReportedFirewallRule>

/** An event of the licensing service; its data by position. */
export const ReportedEvent = z
  .object({
    log: z.string().max(128),
    id: z.number().int().nonnegative(),
    /** ISO 8601 UTC, by the computer's own clock. */
    time: z.string().max(64),
    data: z.array(z.string().max(4096)).max(32),
  })
  .strict()
export type ReportedEvent = z.infer<typeof ReportedEvent>

/** What marks a file as such a report; the number rises when old readers can no longer understand it. */
export const selfTestFormat = { kind: 'activation-field-kit/self-test', version: 1 } as const

/**
 * What "Check this computer" found out. It is made to be passed on: product keys stand in it by their last five characters,
 * the firmware's key, installation IDs, digital product IDs, passwords and user names not at all. Names of computers and
 * domains stay, because DNS and activation are about them. Null and empty parts could not be read; the steps say why.
 */
export const SelfTestReport = z
  .object({
    kind: z.literal(selfTestFormat.kind),
    version: z.literal(selfTestFormat.version),
    appVersion: z.string().max(64),
    /** ISO 8601, by the clock of the app's own computer. */
    madeAt: z.iso.datetime(),
    /** How the computer was reached. */
    place: z.enum(['this-computer', 'network', 'lab']),
    /** The name that was given; null for this computer. */
    host: z.string().max(255).nullable(),
    /** Whether the app ran elevated; null where that means nothing. */
    elevated: z.boolean().nullable(),
    steps: z.array(SelfTestStep).max(selfTestSteps.length),
    /** False where it was stopped before its end. */
    complete: z.boolean(),
    system: ReportedSystem.nullable(),
    clock: TargetClock.nullable(),
    licensing: ReportedLicensing.nullable(),
    services: z
      .array(z.object({ name: z.string().max(256), state: z.string().max(64), startMode: z.string().max(64) }).strict())
      .max(16),
    registry: z.array(ReportedRegistryValue).max(256),
    firewall: z.array(ReportedFirewallRule).max(64),
    events: z.array(ReportedEvent).max(200),
    dns: z.array(SrvLookup).max(8),
    kmsProbes: z.array(KmsEndpointProbe).max(16),
  })
  .strict()
export type SelfTestReport = z.infer<typeof SelfTestReport>

/** What is told while a self-test runs: which step is under way, and what the earlier ones found out. */
export const SelfTestEvent = z.discriminatedUnion('state', [
  z
    .object({
      state: z.literal('running'),
      /** The steps that apply to this computer. */
      plan: z.array(SelfTestStepId),
      running: SelfTestStepId,
      /** What was found out so far; `complete` is false. */
      report: SelfTestReport,
    })
    .strict(),
  z.object({ state: z.literal('ended'), report: SelfTestReport }).strict(),
])
export type SelfTestEvent = z.infer<typeof SelfTestEvent>
