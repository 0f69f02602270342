import type { KmsEndpointProbe } from '../contract/models/dns.ts'
import type { Finding } from '../contract/models/finding.ts'
import type { LicensingEvent } from '../contract/models/kms-host-report.ts'
import type { KmsRequestRecord } from '../licensing/kms-requests.ts'
import { kmsEvents } from '../licensing/event-descriptions.ts'
import { eventFields } from '../licensing/event-fields.ts'
import { duplicateClients, duplicateFindings } from '../licensing/kms-request-clients.ts'
import { licensingService } from '../licensing/kms-facts.ts'

/** What the findings about a host are made from. */
export interface HostEvidence {
  readonly name: string
  readonly isKmsHost: boolean
  readonly licensed: boolean
  readonly dnsPublishing: boolean
  readonly endpoint: KmsEndpointProbe
  readonly serviceState: string | null
  readonly publishEvents: readonly LicensingEvent[]
  readonly requests: readonly KmsRequestRecord[]
  readonly truncated: boolean
  /** The host's own clock. */
  readonly now: Date
}

const roleFinding = ({ name, isKmsHost, licensed }: HostEvidence): Finding => {
  if (!isKmsHost)
    return {
      check: 'kms-host',
      level: 'problem',
      message: `${name} is no KMS host: no KMS host key is installed.`,
      remedy: 'Set it up as a KMS host, or remove it from this list.',
    }
  return licensed
    ? { check: 'kms-host', level: 'ok', message: `${name} is an activated KMS host.` }
    : {
        check: 'kms-host',
        level: 'problem',
        message: `${name} has a KMS host key, but is not activated: it answers no client.`,
        remedy: 'Activate it over the internet or by telephone.',
      }
}

const endpointFinding = ({ endpoint, isKmsHost }: HostEvidence): Finding => {
  const { host, port, outcome, detail } = endpoint
  const more = detail === null ? {} : { detail }
  const failed = (message: string, remedy: string): Finding => ({
    check: 'kms-endpoint',
    // A computer that is no KMS host need not answer.
    level: isKmsHost ? 'problem' : 'info',
    message,
    remedy,
    ...more,
  })
  switch (outcome) {
    case 'kms':
      return {
        check: 'kms-endpoint',
        level: 'ok',
        message: `The KMS service answers on ${host}, port ${port}.`,
        ...more,
      }
    case 'not-kms':
    case 'other-service':
      return failed(
        `Something answers on ${host}, port ${port}, but it is no KMS service.`,
        'Find out which program uses the port, or change the port of the KMS host.',
      )
    case 'refused':
      return failed(
        `${host} is there, but nothing answers on port ${port}.`,
        `Start the service ${licensingService} there, and check the port that is set.`,
      )
    case 'no-answer':
      return failed(
        `Nothing comes back from ${host}, port ${port}.`,
        'Let KMS traffic through the firewall of the KMS host and those on the way.',
      )
    case 'name-not-found':
      return failed(`The name ${host} was not found from here.`, 'Check the name and the DNS servers of this computer.')
    case 'failed':
      return { check: 'kms-endpoint', level: 'info', message: `${host}, port ${port} could not be tried.`, ...more }
  }
}

/** The newest event of each domain that was not published; one that was published since is mended. */
const publishFindings = ({ publishEvents }: HostEvidence): readonly Finding[] => {
  const seen = new Set<string>()
  return publishEvents.flatMap((event): Finding[] => {
    const domain = eventFields(event.id, event.data)['dnsDomain'] ?? ''
    if (seen.has(domain)) return []
    seen.add(domain)
    if (event.id !== kmsEvents.srvFailed) return []
    return [
      {
        check: 'kms-publishing',
        level: 'warning',
        message: event.meaning,
        remedy:
          'Give the KMS hosts the right to change the record (several hosts share one), let the zone take updates, or create the record by hand and turn publishing off.',
        detail: `event ${event.id}, ${event.time}`,
      },
    ]
  })
}

/** What is to be said about a KMS host, the most important first. */
export const hostFindings = (evidence: HostEvidence): Finding[] => {
  const { dnsPublishing, isKmsHost, requests, truncated, now, serviceState } = evidence
  return [
    roleFinding(evidence),
    endpointFinding(evidence),
    ...publishFindings(evidence),
    ...duplicateFindings(duplicateClients(requests, now)),
    ...(isKmsHost && !dnsPublishing
      ? [
          {
            check: 'kms-publishing-off',
            level: 'info',
            message: 'Publishing in DNS is turned off: its record must be made and kept by hand.',
          } as const,
        ]
      : []),
    ...(serviceState !== null && serviceState !== 'Running'
      ? [
          {
            check: 'service',
            level: 'info',
            message: `The service ${licensingService} is in the state "${serviceState}". It stops by itself when idle and starts when it is asked.`,
          } as const,
        ]
      : []),
    ...(truncated
      ? [
          {
            check: 'requests-truncated',
            level: 'info',
            message: 'The log holds more requests than are shown: the newest are.',
          } as const,
        ]
      : []),
  ]
}
