import type { Database } from 'better-sqlite3'
import type { ComputerChange, ComputerSource, EstatePlace } from '../contract/models/estate.ts'
import type { ScanResult, ScanSelection } from '../contract/models/scan.ts'
import { openGroupStore, openViewStore, type GroupStore, type ViewStore } from './estate-groups.ts'
import {
  accountColumns,
  computerColumns,
  computerKey,
  computerTables,
  loadAccount,
  loadComputer,
  nameKey,
  placeKey,
  type StoredAccount,
  type StoredComputer,
} from './estate-rows.ts'
import { openScanNotes, type ScanNotes } from './scan-notes.ts'
import { guarded } from './sqlite-failure.ts'

/** A computer on its way into the estate. */
export interface NewComputer {
  readonly host: string
  readonly group: string | null
  readonly tags: readonly string[]
  readonly note: string | null
  readonly ou: string | null
  readonly source: ComputerSource
}

/** How computers are added. */
export interface AddOptions {
  /** ISO time of the adding. */
  readonly at: string
  /** Whether those that are in the list already take what is given. */
  readonly updateKnown: boolean
  /** More of them follow at once, whose write waits for the disk for all: this one need not. */
  readonly more: boolean
}

/** What became of computers that were added: the numbers of those that are new and of those that were changed. */
export interface AddedRows {
  readonly added: readonly number[]
  readonly updated: readonly number[]
  readonly left: number
}

/** What can be selected by what is stored. */
export type StoredSelection = Exclude<ScanSelection, { which: 'unfinished' }>

/** A change to computers, without the password, which is never given in. */
export type StoredChange = Omit<ComputerChange, 'credential'> & { readonly user?: string | null }

/**
 * The computers that people keep a list of. Every method is synchronous, durable when it returns (but `record`, and `add` where more follows), and one transaction:
 * all of it or nothing. Callers hand over at most a thousand rows at a time, so that nothing waits long. All throw
 * AppFailure `disk-full` or `journal-unavailable`.
 */
export interface EstateStore {
  readonly groups: GroupStore
  readonly views: ViewStore
  readonly scanNotes: ScanNotes
  count(place: EstatePlace): number
  /** At most `limit` computers with numbers above `after`, in their order. */
  page(place: EstatePlace, after: number, limit: number): readonly StoredComputer[]
  /** Those of the numbers that the place has. */
  byIds(place: EstatePlace, ids: readonly number[]): readonly StoredComputer[]
  /** The numbers of a selection, in their order. */
  select(place: EstatePlace, selection: StoredSelection): readonly number[]
  /** The accounts of a selection, in the order of the numbers. */
  accounts(place: EstatePlace, selection: StoredSelection): readonly StoredAccount[]
  /** The accounts of those computers that the place has of some names, in the order of the numbers. */
  accountsOf(place: EstatePlace, hosts: readonly string[]): readonly StoredAccount[]
  /** Which of the names the place has already, as `computerKey`. */
  known(place: EstatePlace, hosts: readonly string[]): ReadonlySet<string>
  /** Adds computers, each name once. */
  add(place: EstatePlace, computers: readonly NewComputer[], options: AddOptions): AddedRows
  /** Answers the numbers of those that were there to be changed. */
  change(place: EstatePlace, ids: readonly number[], change: StoredChange): readonly number[]
  remove(place: EstatePlace, ids: readonly number[]): readonly number[]
  /** Keeps results in place of the last ones, whose outcomes are kept as the ones before. */
  record(place: EstatePlace, results: readonly ScanResult[]): readonly number[]
}

const statements = (database: Database) => ({
  count: database.prepare('SELECT COUNT(*) FROM computers WHERE place = ?').pluck(),
  page: database.prepare(`SELECT ${computerColumns} FROM ${computerTables}
    WHERE c.place = ? AND c.computer_id > ? ORDER BY c.computer_id LIMIT ?`),
  byIds: database.prepare(`SELECT ${computerColumns} FROM ${computerTables}
    WHERE c.place = ? AND c.computer_id IN (SELECT value FROM json_each(?)) ORDER BY c.computer_id`),
  selectAll: database.prepare('SELECT computer_id FROM computers WHERE place = ? ORDER BY computer_id').pluck(),
  selectIds: database
    .prepare(
      `SELECT computer_id FROM computers WHERE place = ? AND computer_id IN (SELECT value FROM json_each(?))
      ORDER BY computer_id`,
    )
    .pluck(),
  selectGroup: database
    .prepare(
      `SELECT c.computer_id FROM computers c JOIN computer_groups g ON g.group_id = c.group_id
      WHERE c.place = ? AND g.name_key = ? ORDER BY c.computer_id`,
    )
    .pluck(),
  selectOutcomes: database
    .prepare(
      `SELECT c.computer_id FROM computers c LEFT JOIN computer_scans s ON s.computer_id = c.computer_id
      WHERE c.place = ? AND COALESCE(s.outcome, 'never-scanned') IN (SELECT value FROM json_each(?))
      ORDER BY c.computer_id`,
    )
    .pluck(),
  accounts: database.prepare(`SELECT ${accountColumns} FROM computers c
    LEFT JOIN computer_groups g ON g.group_id = c.group_id
    WHERE c.place = ? AND c.computer_id IN (SELECT value FROM json_each(?)) ORDER BY c.computer_id`),
  accountsOf: database.prepare(`SELECT ${accountColumns} FROM computers c
    LEFT JOIN computer_groups g ON g.group_id = c.group_id
    WHERE c.place = ? AND c.host_key IN (SELECT value FROM json_each(?)) ORDER BY c.computer_id`),
  allAccounts: database.prepare(`SELECT ${accountColumns} FROM computers c
    LEFT JOIN computer_groups g ON g.group_id = c.group_id WHERE c.place = ? ORDER BY c.computer_id`),
  known: database
    .prepare('SELECT host_key FROM computers WHERE place = ? AND host_key IN (SELECT value FROM json_each(?))')
    .pluck(),
  add: database.prepare(`INSERT INTO computers (place, host, host_key, group_id, tags, note, ou, source, added_at)
    VALUES (:place, :host, :key, :groupId, :tags, :note, :ou, :source, :at) ON CONFLICT DO NOTHING`),
  named: database.prepare('SELECT computer_id AS id, tags FROM computers WHERE place = ? AND host_key = ?'),
  update: database.prepare(`UPDATE computers SET group_id = COALESCE(:groupId, group_id), tags = :tags,
    note = COALESCE(:note, note), ou = COALESCE(:ou, ou) WHERE computer_id = :id`),
  tags: database.prepare('SELECT computer_id AS id, tags FROM computers WHERE place = ? AND computer_id = ?'),
  setTags: database.prepare('UPDATE computers SET tags = ? WHERE computer_id = ?'),
  setGroup: database.prepare('UPDATE computers SET group_id = ? WHERE computer_id = ?'),
  setNote: database.prepare('UPDATE computers SET note = ? WHERE computer_id = ?'),
  setUser: database.prepare('UPDATE computers SET user = ? WHERE computer_id = ?'),
  remove: database.prepare('DELETE FROM computers WHERE place = ? AND computer_id = ?'),
  record:
    database.prepare(`INSERT INTO computer_scans (computer_id, at, outcome, outcome_text, outcome_next, hresult, read)
    SELECT computer_id, :at, :outcome, :outcomeText, :outcomeNext, :hresult, :read
    FROM computers WHERE place = :place AND computer_id = :id
    ON CONFLICT (computer_id) DO UPDATE SET previous_outcome = outcome, previous_at = at, previous_read = read,
      at = excluded.at, outcome = excluded.outcome, outcome_text = excluded.outcome_text,
      outcome_next = excluded.outcome_next, hresult = excluded.hresult, read = COALESCE(excluded.read, read)`),
})

interface Tagged {
  readonly id: number
  readonly tags: string
}

/** Tags without those of `removed` and with those of `added`, each once whatever its case. */
const withTags = (present: string, added: readonly string[], removed: readonly string[]): string => {
  const without = new Set(removed.map((tag) => tag.toLowerCase()))
  const kept = new Map<string, string>()
  for (const tag of [...(JSON.parse(present) as readonly string[]), ...added])
    if (!kept.has(tag.toLowerCase())) kept.set(tag.toLowerCase(), tag)
  return JSON.stringify([...kept].flatMap(([key, tag]) => (without.has(key) ? [] : [tag])))
}

/** The estate in an open journal file. */
export const openEstateStore = (database: Database): EstateStore => {
  const sql = statements(database)
  const groups = openGroupStore(database)
  const notes = openScanNotes(database)
  const load = (place: EstatePlace, rows: readonly unknown[]) => rows.map((row) => loadComputer(place, row))
  const numbers = (rows: readonly unknown[]): number[] => rows.map(Number)

  const select = (place: EstatePlace, selection: StoredSelection): number[] => {
    const key = placeKey(place)
    switch (selection.which) {
      case 'all':
        return numbers(sql.selectAll.all(key))
      case 'computers':
        return numbers(sql.selectIds.all(key, JSON.stringify(selection.ids)))
      case 'group':
        return numbers(sql.selectGroup.all(key, nameKey(selection.group)))
      case 'outcomes':
        return numbers(sql.selectOutcomes.all(key, JSON.stringify(selection.outcomes)))
    }
  }

  const add = database.transaction(
    (place: EstatePlace, computers: readonly NewComputer[], { at, updateKnown }: AddOptions): AddedRows => {
      const added: number[] = []
      const updated: number[] = []
      const groupIds = new Map<string, number>()
      const groupOf = (name: string | null): number | null => {
        if (name === null) return null
        const id = groupIds.get(name) ?? groups.idOf(place, name)
        groupIds.set(name, id)
        return id
      }
      for (const { host, group, tags, note, ou, source } of computers) {
        const key = computerKey(host)
        const known = sql.named.get(placeKey(place), key) as Tagged | undefined
        if (!known) {
          const row = { place: placeKey(place), host, key, groupId: groupOf(group), note, ou, source, at }
          added.push(Number(sql.add.run({ ...row, tags: withTags('[]', tags, []) }).lastInsertRowid))
        } else if (updateKnown) {
          sql.update.run({ id: known.id, groupId: groupOf(group), tags: withTags(known.tags, tags, []), note, ou })
          updated.push(known.id)
        }
      }
      return { added, updated, left: computers.length - added.length - updated.length }
    },
  )

  const change = database.transaction((place: EstatePlace, ids: readonly number[], changes: StoredChange): number[] => {
    const { group, note, user, addTags = [], removeTags = [] } = changes
    const groupId = group === undefined || group === null ? null : groups.idOf(place, group)
    return ids.flatMap((id) => {
      const found = sql.tags.get(placeKey(place), id) as Tagged | undefined
      if (!found) return []
      if (addTags.length + removeTags.length > 0) sql.setTags.run(withTags(found.tags, addTags, removeTags), id)
      if (group !== undefined) sql.setGroup.run(groupId, id)
      if (note !== undefined) sql.setNote.run(note, id)
      if (user !== undefined) sql.setUser.run(user, id)
      return [id]
    })
  })

  const remove = database.transaction((place: EstatePlace, ids: readonly number[]) =>
    ids.filter((id) => sql.remove.run(placeKey(place), id).changes > 0),
  )

  const record = database.transaction((place: EstatePlace, results: readonly ScanResult[]) =>
    results
      .filter((result) => {
        const read = result.read === null ? null : JSON.stringify(result.read)
        return sql.record.run({ ...result, read, place: placeKey(place) }).changes > 0
      })
      .map(({ id }) => id),
  )

  /**
   * Commits without waiting for the disk, for what can be read again: a killed app loses nothing by it, a power failure the
   * last results or the rest of a file. Plans and their steps keep waiting.
   */
  const withoutWaiting = <T>(write: () => T): T => {
    database.pragma('synchronous = NORMAL')
    try {
      return write()
    } finally {
      database.pragma('synchronous = FULL')
    }
  }

  return {
    groups,
    views: openViewStore(database),
    scanNotes: {
      ...notes,
      begin: (place, note) => guarded(() => withoutWaiting(() => notes.begin(place, note))),
      end: (place) => guarded(() => withoutWaiting(() => notes.end(place))),
    },
    count: (place) => guarded(() => Number(sql.count.get(placeKey(place)))),
    page: (place, after, limit) => guarded(() => load(place, sql.page.all(placeKey(place), after, limit))),
    byIds: (place, ids) => guarded(() => load(place, sql.byIds.all(placeKey(place), JSON.stringify(ids)))),
    select: (place, selection) => guarded(() => select(place, selection)),
    accounts: (place, selection) =>
      guarded(() => {
        const key = placeKey(place)
        const rows =
          selection.which === 'all'
            ? sql.allAccounts.all(key)
            : sql.accounts.all(key, JSON.stringify(select(place, selection)))
        return rows.map(loadAccount)
      }),
    accountsOf: (place, hosts) =>
      guarded(() => sql.accountsOf.all(placeKey(place), JSON.stringify(hosts.map(computerKey))).map(loadAccount)),
    known: (place, hosts) =>
      guarded(() => {
        const keys = JSON.stringify(hosts.map(computerKey))
        return new Set(sql.known.all(placeKey(place), keys).map(String))
      }),
    add: (place, computers, options) =>
      guarded(() =>
        options.more
          ? withoutWaiting(() => add.immediate(place, computers, options))
          : add.immediate(place, computers, options),
      ),
    change: (place, ids, changes) => guarded(() => change.immediate(place, ids, changes)),
    remove: (place, ids) => guarded(() => remove.immediate(place, ids)),
    record: (place, results) => guarded(() => withoutWaiting(() => record.immediate(place, results))),
  }
}
