import type { JudgedRecord, KmsEndpointProbe, RecordPresence } from '../contract/models/dns.ts'
import type { Finding } from '../contract/models/finding.ts'
import type { SrvRecord } from '../contract/models/kms-host-report.ts'
import { sameName } from './dns-names.ts'
import { usualKmsPort } from './srv-record-input.ts'

/** What is known when the records of a domain are judged. */
export interface RecordEvidence {
  readonly presence: readonly RecordPresence[]
  /** Probes of targets and ports; a record without one stays `unsure`. */
  readonly probes: readonly KmsEndpointProbe[]
  /** Full names of the computers that are KMS hosts; null where it is not known which are. */
  readonly knownHosts: readonly string[] | null
}

type State = JudgedRecord['state']

interface Verdict {
  readonly state: State
  readonly finding: Finding
}

const where = ({ target, port }: SrvRecord): string => `${target}, port ${port}`

const byProbe = (record: SrvRecord, probe: KmsEndpointProbe | undefined): Verdict => {
  const verdict = (state: State, level: Finding['level'], message: string, remedy?: string): Verdict => ({
    state,
    finding: {
      check: 'kms-endpoint',
      level,
      message,
      ...(remedy === undefined ? {} : { remedy }),
      ...(typeof probe?.detail === 'string' ? { detail: probe.detail } : {}),
    },
  })
  switch (probe?.outcome) {
    case undefined:
      return verdict('unsure', 'skipped', `${where(record)} was not asked.`)
    case 'kms':
      return verdict('good', 'ok', `A KMS service answers on ${where(record)}.`)
    case 'not-kms':
    case 'other-service':
      return verdict(
        'rogue',
        'problem',
        `Something answers on ${where(record)}, but it is no KMS service.`,
        'Find out what runs on that port. Correct the port of the record, or remove the record.',
      )
    case 'name-not-found':
      return verdict(
        'dead',
        'problem',
        `The computer ${record.target} is not found by that name.`,
        'Remove the record if that computer is gone; otherwise add its address to DNS.',
      )
    case 'refused':
      return verdict(
        'dead',
        'problem',
        `The computer ${record.target} is there, but nothing answers on port ${record.port}.`,
        'See that it is a KMS host with that port and that its service runs, or remove the record.',
      )
    case 'no-answer':
      return verdict(
        'dead',
        'warning',
        `Nothing comes back from ${where(record)}.`,
        'See that the computer is on and that no firewall between here and there drops the port. Remove the record if it is gone.',
      )
    case 'failed':
      return verdict('unsure', 'info', `${where(record)} could not be asked.`, 'Try again.')
  }
}

const unknownHost = (record: SrvRecord, knownHosts: RecordEvidence['knownHosts']): Finding | null =>
  knownHosts === null || knownHosts.some((host) => sameName(host, record.target))
    ? null
    : {
        check: 'known-kms-host',
        level: 'warning',
        message: `The record points to ${record.target}, which is not one of the known KMS hosts.`,
        remedy: 'Find out who published it. Add the computer to the known KMS hosts, or remove the record.',
      }

/** Records of one computer on one server; on different servers they are a difference, not a duplicate. */
const duplicate = (entry: RecordPresence, all: readonly RecordPresence[]): Finding | null => {
  const { record } = entry
  const others = all.filter(
    (other) =>
      other !== entry &&
      sameName(other.record.target, record.target) &&
      other.on.some((server) => entry.on.includes(server)),
  )
  if (others.length === 0) return null
  const samePort = others.some((other) => other.record.port === record.port)
  return {
    check: 'duplicate-record',
    level: 'warning',
    message: samePort
      ? `More than one record points to ${where(record)}.`
      : `Records with different ports point to ${record.target}.`,
    remedy: 'Keep the record that is right and remove the others.',
  }
}

const otherPort = (record: SrvRecord): Finding | null =>
  record.port === usualKmsPort
    ? null
    : {
        check: 'srv-port',
        level: 'info',
        message: `The record names port ${record.port}; KMS hosts listen on ${usualKmsPort} unless that was changed.`,
        remedy: `Compare it with the port that is set on ${record.target} (slmgr /dlv there).`,
      }

const difference = ({ record, on, missingOn }: RecordPresence): Finding | null =>
  missingOn.length === 0
    ? null
    : {
        check: 'replication',
        level: 'warning',
        message: `The record for ${where(record)} is on ${on.join(', ')}, but not on ${missingOn.join(', ')}.`,
        remedy: 'Wait until the DNS servers have replicated and look again, before you change anything.',
      }

/** The name as it is, but for a dot or case that DNS does not tell apart. */
const sameEndpoint = (record: SrvRecord, probe: KmsEndpointProbe): boolean =>
  probe.port === record.port && sameName(probe.host, record.target)

/**
 * Judges the KMS records of a domain. `rogue`: it points to a computer that is none of the known KMS hosts, or to something
 * that is no KMS service. `dead`: the name is not found, or the port is closed or silent (which a firewall between here and
 * there can cause too). `good`: the KMS interface answers. `unsure`: not probed. Besides: several records for one computer,
 * a port other than 1688, and servers without the record.
 */
export const judgeRecords = ({ presence, probes, knownHosts }: RecordEvidence): JudgedRecord[] => {
  return presence.map((entry) => {
    const { record } = entry
    const verdict = byProbe(
      record,
      probes.find((probe) => sameEndpoint(record, probe)),
    )
    const unknown = unknownHost(record, knownHosts)
    const remarks = [unknown, duplicate(entry, presence), otherPort(record), difference(entry)]
    const state = verdict.state === 'dead' || unknown === null ? verdict.state : 'rogue'
    return { record, state, findings: [verdict.finding, ...remarks.filter((finding) => finding !== null)] }
  })
}
