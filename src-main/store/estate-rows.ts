import { z } from 'zod'
import { ComputerSource, ScanOutcome, type ComputerRow, type EstatePlace } from '../contract/models/estate.ts'
import { ScanResult } from '../contract/models/scan.ts'

/** With which account a computer is reached: its own, or else its group's. */
export interface StoredAccount {
  readonly id: number
  readonly host: string
  readonly ownUser: string | null
  readonly groupId: number | null
  readonly groupUser: string | null
}

/** A computer as it is kept. Whether its password is in memory is not known here. */
export interface StoredComputer {
  readonly row: Omit<ComputerRow, 'passwordNeeded'>
  readonly account: StoredAccount
}

/** One text per place. */
export const placeKey = (place: EstatePlace): string =>
  place.place === 'network' ? 'network' : `lab ${place.scenario}`

/** One text per computer of a place, whatever the case of its name and whether a dot ends it. */
export const computerKey = (host: string): string => host.trim().toLowerCase().replace(/\.$/, '')

/** One text per group or view, whatever the case of its name. */
export const nameKey = (name: string): string => name.trim().toLowerCase()

/** The columns of an account, of `computers c` with its group `g`. */
export const accountColumns = `c.computer_id AS id, c.host, c.user AS ownUser, c.group_id AS groupId, g.user AS groupUser`

/** The columns of a row, of `computers c` with its group `g` and its scan `s`. */
export const computerColumns = `${accountColumns}, c.tags, c.note, c.ou, c.source, g.name AS groupName, s.at, s.outcome, s.outcome_text AS outcomeText,
  s.outcome_next AS outcomeNext, s.hresult, s.read, s.previous_outcome AS previousOutcome`

/** Where a row comes from. */
export const computerTables = `computers c LEFT JOIN computer_groups g ON g.group_id = c.group_id
  LEFT JOIN computer_scans s ON s.computer_id = c.computer_id`

const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string'

/** Checked by hand: a scan begins with those of all computers at once. */
const Account = z.custom<StoredAccount>((raw) => {
  const { id, host, ownUser, groupId, groupUser } = raw as Partial<Record<keyof StoredAccount, unknown>>
  return (
    typeof id === 'number' &&
    typeof host === 'string' &&
    (groupId === null || typeof groupId === 'number') &&
    isTextOrNull(ownUser) &&
    isTextOrNull(groupUser)
  )
}, 'Not an account.')
const Raw = z.object({
  id: z.number(),
  host: z.string(),
  ownUser: z.string().nullable(),
  groupId: z.number().nullable(),
  groupUser: z.string().nullable(),
  tags: z.string(),
  note: z.string().nullable(),
  ou: z.string().nullable(),
  source: ComputerSource,
  groupName: z.string().nullable(),
  at: z.string().nullable(),
  outcome: ScanOutcome.nullable(),
  outcomeText: z.string().nullable(),
  outcomeNext: z.string().nullable(),
  hresult: z.number().nullable(),
  read: z.string().nullable(),
  previousOutcome: ScanOutcome.nullable(),
})

const TagList = z.array(z.string())
const Read = ScanResult.shape.read

const accountOf = ({ id, host, ownUser, groupId, groupUser }: StoredAccount): StoredAccount => ({
  id,
  host,
  ownUser,
  groupId,
  groupUser,
})

/** Makes an account of what the database gave. */
export const loadAccount = (raw: unknown): StoredAccount => Account.parse(raw)

/** Makes a row of what the database gave. Throws ZodError where the file was tampered with. */
export const loadComputer = (place: EstatePlace, raw: unknown): StoredComputer => {
  const stored = Raw.parse(raw)
  const read = stored.read === null ? null : Read.parse(JSON.parse(stored.read))
  return {
    account: accountOf(stored),
    row: {
      id: stored.id,
      place,
      host: stored.host,
      name: read?.name ?? stored.host,
      group: stored.groupName,
      tags: TagList.parse(JSON.parse(stored.tags)),
      note: stored.note,
      ou: stored.ou,
      source: stored.source,
      user: stored.ownUser ?? stored.groupUser,
      os: read?.os ?? null,
      outcome: stored.outcome ?? 'never-scanned',
      outcomeText: stored.outcomeText ?? 'Not scanned yet.',
      outcomeNext: stored.outcome === null ? 'Scan it.' : stored.outcomeNext,
      licence: read?.licence ?? null,
      kmsHost: read?.kmsHost ?? null,
      cmid: read?.cmid ?? null,
      isKmsHost: read?.isKmsHost ?? false,
      currentCount: read?.currentCount ?? null,
      lastScanAt: stored.at,
      previousOutcome: stored.previousOutcome,
      hresult: stored.hresult,
    },
  }
}
