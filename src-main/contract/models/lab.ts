import { z } from 'zod'
import { TsigAlgorithm } from './dns.ts'
import { SrvRecord } from './kms-host-report.ts'
import { LabFault } from './lab-fault.ts'

/** Kinds of products and of the keys for them (slmgr.md 2.4). */
export const LabKeyKind = z.enum(['kms-client', 'kms-host', 'mak', 'retail', 'oem', 'avma', 'time-based'])
export type LabKeyKind = z.infer<typeof LabKeyKind>

/** What a Lab computer's licence shows, as WMI would tell it. */
export const LabLicence = z
  .object({
    kind: LabKeyKind,
    /** SoftwareLicensingProduct.LicenseStatus. */
    status: z.number().int(),
    statusText: z.string(),
    /** Minutes of grace or of activation that are left; null where it does not end. */
    minutesLeft: z.number().int().nullable(),
    /** Clients counted by an activated KMS host; null elsewhere. */
    count: z.number().int().nullable(),
    /** Count that a KMS client needs; null elsewhere. */
    required: z.number().int().nullable(),
    /** KMS host that answered a KMS client last, "name:port"; null where none did. */
    kmsHost: z.string().nullable(),
    /** When a KMS client asked a KMS host last (ISO 8601, the Lab's clock), and how that ended: 0 for activated. */
    asked: z.object({ at: z.string(), hresult: z.number().int() }).strict().nullable(),
  })
  .strict()
export type LabLicence = z.infer<typeof LabLicence>

/** A computer of the Lab as the person choosing a target sees it. */
export const LabComputer = z
  .object({
    host: z.string(),
    fullName: z.string(),
    osCaption: z.string(),
    role: z.string(),
    state: z.string(),
    power: z.enum(['on', 'asleep']),
    /** Null where it has no Windows licence to show. */
    licence: LabLicence.nullable(),
    /** Ready-made credentials of the scenario, to type in: the user name, and a hint where the password stands. */
    user: z.string().nullable(),
  })
  .strict()
export type LabComputer = z.infer<typeof LabComputer>

/** A DNS zone of the Lab with its KMS records. */
export const LabZone = z
  .object({
    name: z.string(),
    /** Full name of the DNS server that holds it. */
    server: z.string(),
    /** Who may change it: nobody, anybody, computers of the domain that own a name, or who signs with a TSIG key. */
    update: z.enum(['none', 'any', 'secure', 'tsig']),
    records: z.array(SrvRecord.extend({ owner: z.string() }).strict()),
    /** Whether the permissions of the KMS name were opened to all KMS hosts of the domain. */
    openToKmsHosts: z.boolean(),
  })
  .strict()
export type LabZone = z.infer<typeof LabZone>

/** The Lab's scenario with its computers and its clock. */
export const LabOverview = z
  .object({
    scenario: z.string(),
    title: z.string(),
    description: z.string(),
    /** ISO 8601: the simulated clock. */
    now: z.string(),
    /** Fictional keys of the scenario, to type in. They are recognised by the Lab alone. */
    keys: z.array(z.object({ label: z.string(), key: z.string(), kind: LabKeyKind }).strict()),
    /** Fictional accounts of the scenario, to type in. */
    accounts: z.array(z.object({ user: z.string(), password: z.string(), note: z.string() }).strict()),
    /** Fictional TSIG keys of the scenario's name servers, to type in. */
    tsigKeys: z.array(
      z.object({ name: z.string(), algorithm: TsigAlgorithm, secret: z.string(), note: z.string() }).strict(),
    ),
    /** Computers in all; of a large Lab, `computers` has the first ones alone. */
    computerCount: z.number().int(),
    computers: z.array(LabComputer),
    zones: z.array(LabZone),
    faults: z.array(LabFault),
  })
  .strict()
export type LabOverview = z.infer<typeof LabOverview>

/** The scenarios that there are, and the one that is shown. */
export const LabScenarios = z
  .object({
    chosen: z.string(),
    scenarios: z.array(z.object({ name: z.string(), title: z.string(), description: z.string() }).strict()),
  })
  .strict()
export type LabScenarios = z.infer<typeof LabScenarios>

/** What the Lab's telephone line tells: a fictional confirmation ID, as digits and in its eight blocks. */
export const LabConfirmation = z.object({ digits: z.string(), blocks: z.array(z.string()) }).strict()
export type LabConfirmation = z.infer<typeof LabConfirmation>
