import type { SrvRecordInput, TsigAlgorithm } from '../../../src-main/contract/models/dns.ts'
import type { DnsPlace } from '../../../src-main/contract/models/dns-survey.ts'
import type { SrvRecord } from '../../../src-main/contract/models/kms-host-report.ts'
import type { PublishChange, PublishVia } from '../../../src-main/contract/models/publish-draft.ts'
import type { TargetRef } from '../../../src-main/contract/models/target.ts'
import type { Operation } from '../../strings/publish-dns/change.ts'

/** How the zone is written, as typed. Kept for both ways, so that changing one's mind loses nothing. */
export interface WayFields {
  readonly kind: PublishVia['kind']
  readonly server: string
  readonly user: string
  readonly password: string
  readonly port: string
  readonly zone: string
  readonly transport: 'auto' | 'tcp'
  readonly signed: boolean
  readonly keyName: string
  readonly algorithm: TsigAlgorithm
  readonly secret: string
}

/** Everything that was typed or chosen in the wizard. It lives in the window's memory and dies with the wizard. */
export interface ChangeDraft {
  readonly op: Operation
  readonly record: SrvRecordInput
  /** The record as DNS holds it; null where one is added. */
  readonly previous: SrvRecord | null
  readonly way: WayFields
}

/** What the wizard is opened with from a row of the answer, or from "Add a record". */
export interface ChangeOpening {
  readonly op: Operation
  readonly place: DnsPlace
  readonly domain: string
  readonly previous: SrvRecord | null
  /** The server that takes changes, as the zone names it; empty where that is not known. */
  readonly primary: string
}

const plain = (name: string): string => name.replace(/\.$/, '')

/** A draft as the wizard opens: the record as it stands, or the usual figures of a KMS record (kms.md 3). */
export const openingDraft = ({ op, domain, previous, primary }: ChangeOpening): ChangeDraft => ({
  op,
  previous,
  record: {
    domain,
    target: previous === null ? '' : plain(previous.target),
    port: String(previous?.port ?? 1688),
    priority: String(previous?.priority ?? 0),
    weight: String(previous?.weight ?? 0),
    ttl: String(previous?.ttl ?? 3600),
  },
  way: {
    kind: 'microsoft-dns',
    server: plain(primary),
    user: '',
    password: '',
    port: '53',
    zone: '',
    transport: 'auto',
    signed: true,
    keyName: '',
    algorithm: 'hmac-sha256',
    secret: '',
  },
})

/** Whether the draft holds what leaving would lose, against the draft that the wizard opened with. */
export const isEdited = (draft: ChangeDraft, opened: ChangeDraft): boolean =>
  JSON.stringify([draft.record, draft.way]) !== JSON.stringify([opened.record, opened.way])

/** The change that main is asked for. */
export const changeOf = ({ op, record, previous }: ChangeDraft): PublishChange => {
  if (op === 'create' || previous === null) return { op: 'create', record }
  return op === 'change' ? { op, record, previous } : { op, domain: record.domain, previous }
}

/** References to secrets in main's memory, where something was typed. */
export interface WaySecrets {
  readonly password: string | null
  readonly tsig: string | null
}

/**
 * The computer that is the DNS server. The app's own name stands for this computer, where no account is given.
 * @param thisComputer name of the computer that the app runs on; null where it cannot be a target
 */
const serverTarget = (
  way: WayFields,
  place: DnsPlace,
  password: string | null,
  thisComputer: string | null,
): TargetRef => {
  const host = way.server.trim()
  const credential = password === null ? {} : { credential: { user: way.user.trim(), password } }
  if (place.place === 'lab') return { place: 'lab', scenario: place.scenario, host, ...credential }
  const isHere = thisComputer !== null && host.split('.')[0]?.toLowerCase() === thisComputer.toLowerCase()
  return isHere && password === null ? { place: 'this-computer' } : { place: 'network', host, ...credential }
}

/** The way in which main writes. */
export const viaOf = (
  way: WayFields,
  place: DnsPlace,
  secrets: WaySecrets,
  thisComputer: string | null,
): PublishVia => {
  if (way.kind === 'microsoft-dns')
    return { kind: 'microsoft-dns', server: serverTarget(way, place, secrets.password, thisComputer) }
  return {
    kind: 'dynamic-update',
    place,
    server: way.server.trim(),
    port: way.port,
    zone: way.zone.trim() === '' ? null : way.zone,
    transport: way.transport,
    tsig:
      secrets.tsig === null ? null : { keyName: way.keyName.trim(), algorithm: way.algorithm, secret: secrets.tsig },
  }
}
