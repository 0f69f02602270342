import { z } from 'zod'
import { AuthoritativeLookup, BindWay, JudgedRecord, KmsEndpointProbe, SrvRecordValue, TsigAlgorithm } from './dns.ts'
import { Finding } from './finding.ts'
import { ScenarioName, TargetRef } from './target.ts'

/** Where DNS is asked and changed: the real network, or the simulated one of a Lab scenario. */
export const DnsPlace = z.discriminatedUnion('place', [
  z.object({ place: z.literal('network') }).strict(),
  z.object({ place: z.literal('lab'), scenario: ScenarioName }).strict(),
])
export type DnsPlace = z.infer<typeof DnsPlace>

/** A domain as it is typed; main checks it and names what is wrong. */
export const TypedDomain = z.string().max(1024)
/** A DNS server as it is typed: name or address, `host:port` allowed. */
export const TypedServer = z.string().trim().min(1).max(300)

/** What "Look up the KMS records" asks. */
export const DnsSurveyQuestion = z
  .object({
    place: DnsPlace,
    /** At most 20. Empty: the domain of `target`, or of this computer where that is null. */
    domains: z.array(TypedDomain).max(20),
    /** Where the search for the zone begins; empty: the DNS servers of this computer (in the Lab, the Lab's). */
    servers: z.array(TypedServer).max(8),
    /** The computer whose own domain is asked where no domain is given. */
    target: TargetRef.nullable(),
  })
  .strict()
export type DnsSurveyQuestion = z.infer<typeof DnsSurveyQuestion>

/** One KMS record with everything that was found out about it. */
export const SurveyedRecord = JudgedRecord.extend({
  /** Null where it was not probed. */
  probe: KmsEndpointProbe.nullable(),
  /** Names of the authoritative servers that have it, and of those that answered without it. */
  on: z.array(z.string()),
  missingOn: z.array(z.string()),
})
export type SurveyedRecord = z.infer<typeof SurveyedRecord>

/** What was found out about the KMS records of one domain. `lookup` holds each server with its answer. */
export const DomainSurvey = z
  .object({
    domain: z.string(),
    lookup: AuthoritativeLookup,
    records: z.array(SurveyedRecord),
    /** About the domain as a whole: no record, no zone, servers that differ or did not answer, a known host without record. */
    findings: z.array(Finding),
  })
  .strict()
export type DomainSurvey = z.infer<typeof DomainSurvey>

/** The answer to a survey, one entry per domain in the order asked. */
export const DnsSurvey = z
  .object({
    /** ISO 8601, by the app's clock. */
    askedAt: z.string(),
    domains: z.array(DomainSurvey),
    /** The KMS hosts that records were compared with; null where none is known, so that no record counts as rogue for that. */
    knownHosts: z.array(z.string()).nullable(),
  })
  .strict()
export type DnsSurvey = z.infer<typeof DnsSurvey>

/** What the checks of a typed record found; `value` is null where something stops. */
export const SrvRecordCheck = z
  .object({
    value: z.object({ domain: z.string(), record: SrvRecordValue }).strict().nullable(),
    findings: z.array(Finding),
  })
  .strict()
export type SrvRecordCheck = z.infer<typeof SrvRecordCheck>

/** What the BIND configuration is made for; texts as typed. */
export const BindTextQuestion = z
  .object({
    domain: TypedDomain,
    /** Null: the domain is a zone of its own. */
    zone: TypedDomain.nullable(),
    /** Name (FQDN) and IP address of each KMS host. */
    hosts: z
      .array(z.object({ target: z.string().max(1024), address: z.string().max(64) }).strict())
      .min(1)
      .max(16),
    port: z.string().max(64),
    priority: z.string().max(64),
    weight: z.string().max(64),
    /** Seconds. */
    ttl: z.string().max(64),
    keyName: z.string().max(255),
    algorithm: TsigAlgorithm,
    /** The DNS server for the nsupdate script; null lets nsupdate find it. */
    server: TypedServer.nullable(),
  })
  .strict()
export type BindTextQuestion = z.infer<typeof BindTextQuestion>

/** BIND configuration to paste, the ways from weak to strong, and the script for nsupdate. */
export const BindText = z.object({ ways: z.array(BindWay), nsupdate: z.string() }).strict()
export type BindText = z.infer<typeof BindText>

/** For whom several hosts are to be let into one SRV name. */
export const PermissionQuestion = z
  .object({
    domain: TypedDomain,
    /** Name of the security group, for example "Key Management Service Group". */
    group: z.string().max(256),
    /** Names of the KMS hosts, as typed. */
    hosts: z.array(z.string().max(255)).min(1).max(16),
  })
  .strict()
export type PermissionQuestion = z.infer<typeof PermissionQuestion>

/** One step of the check-list, in the order in which it is done. */
export const PermissionStep = z
  .object({
    id: z.enum(['create-group', 'add-hosts', 'first-record', 'grant', 'restart-others', 'verify']),
    title: z.string(),
    text: z.string(),
    /** Where it is done: "A domain controller", "KMS02". */
    where: z.string(),
    /** Ways to do it by command, each complete; empty where it is done by hand. */
    commands: z.array(z.object({ label: z.string(), text: z.string() }).strict()),
  })
  .strict()
export type PermissionStep = z.infer<typeof PermissionStep>

/** The check-list, or what is wrong with the input (`findings` of level `problem`). */
export const PermissionSteps = z.object({ steps: z.array(PermissionStep), findings: z.array(Finding) }).strict()
export type PermissionSteps = z.infer<typeof PermissionSteps>
