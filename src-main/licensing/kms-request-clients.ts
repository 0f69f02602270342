import type { Finding } from '../contract/models/finding.ts'
import type { LicenseStatus } from '../contract/models/license-snapshot.ts'
import { clientRetentionDays } from './kms-facts.ts'
import type { KmsRequestRecord } from './kms-requests.ts'

/** A client by its client machine ID, as its requests show it. */
export interface KmsClientSeen {
  readonly cmid: string
  /** Every name under which it asked, the latest first. More than one: see duplicateClients. */
  readonly names: readonly string[]
  readonly firstSeen: string
  readonly lastSeen: string
  readonly requests: number
  readonly refused: number
  /** What its latest request said. */
  readonly status: LicenseStatus
  readonly lastCode: number
  readonly minimumCount: number | null
  readonly activationId: string | null
  readonly virtualMachine: boolean | null
}

const day = 24 * 60 * 60_000

const label = (name: string): string => name.toLowerCase().split('.')[0] ?? ''

/** Whether two names can be one computer's: equal, or the short and the full form of one name. */
const sameComputer = (left: string, right: string): boolean =>
  left.toLowerCase() === right.toLowerCase() ||
  ((!left.includes('.') || !right.includes('.')) && label(left) === label(right))

const distinctNames = (latestFirst: readonly KmsRequestRecord[]): readonly string[] => {
  const names: string[] = []
  for (const { clientName } of latestFirst) {
    if (clientName === null) continue
    const known = names.findIndex((name) => sameComputer(name, clientName))
    if (known === -1) names.push(clientName)
    else if (!names[known]?.includes('.') && clientName.includes('.')) names[known] = clientName
  }
  return names
}

const clientOf = (cmid: string, group: readonly KmsRequestRecord[]): KmsClientSeen | null => {
  const latestFirst = group.toSorted((left, right) => right.at.localeCompare(left.at))
  const latest = latestFirst[0]
  const earliest = latestFirst.at(-1)
  if (!latest || !earliest) return null
  return {
    cmid,
    names: distinctNames(latestFirst),
    firstSeen: earliest.at,
    lastSeen: latest.at,
    requests: group.length,
    refused: group.filter(({ resultCode }) => resultCode !== 0).length,
    status: latest.status,
    lastCode: latest.resultCode,
    minimumCount: latest.minimumCount,
    activationId: latest.activationId,
    virtualMachine: latest.virtualMachine,
  }
}

/** Who asked: one entry per client machine ID, the one seen last first. */
export const clientsSeen = (requests: readonly KmsRequestRecord[]): readonly KmsClientSeen[] =>
  [...Map.groupBy(requests, ({ cmid }) => cmid)]
    .map(([cmid, group]) => clientOf(cmid, group))
    .filter((client) => client !== null)
    .toSorted((left, right) => right.lastSeen.localeCompare(left.lastSeen))

/**
 * Clients with one machine ID and several names within the 30 days for which a host remembers them (kms.md 1): copies of
 * one image made without sysprep /generalize, which count once. A computer that was renamed looks the same.
 */
export const duplicateClients = (requests: readonly KmsRequestRecord[], now: Date): readonly KmsClientSeen[] => {
  const since = now.getTime() - clientRetentionDays * day
  return clientsSeen(requests.filter(({ at }) => Date.parse(at) >= since)).filter(({ names }) => names.length > 1)
}

const shownNames = 5

/** A warning for each shared machine ID, with the names and the cure (kms.md 1, "Cure for clones"). */
export const duplicateFindings = (duplicates: readonly KmsClientSeen[]): readonly Finding[] =>
  duplicates.map(({ cmid, names }) => {
    const more = names.length > shownNames ? [`${names.length - shownNames} more`] : []
    const list = new Intl.ListFormat('en-GB').format([...names.slice(0, shownNames), ...more])
    return {
      check: 'duplicate-cmid',
      level: 'warning',
      message: `${list} have the same client machine ID and count once. They are copies of one image, or one computer that was renamed.`,
      remedy:
        'If they are different computers, run slmgr /rearm on each copy and restart it, and prepare the image with sysprep /generalize.',
      detail: cmid,
    }
  })
