import Database from 'better-sqlite3'
import type { EstatePlace } from '../../../src-main/contract/models/estate.ts'
import type { ScanBook } from '../../../src-main/scan/scan-parts.ts'

/** The computers of a Lab with a place for their results. */
export interface FleetBook extends ScanBook {
  readonly ids: readonly number[]
  recorded(): number
  close(): void
}

/** Keeps results in SQLite, as the estate does. */
export const openFleetBook = (path: string, place: EstatePlace, hosts: readonly string[]): FleetBook => {
  const database = new Database(path)
  database.pragma('journal_mode = WAL')
  database.exec('CREATE TABLE results (id INTEGER PRIMARY KEY, result TEXT NOT NULL)')
  const put = database.prepare('INSERT OR REPLACE INTO results VALUES (?, ?)')
  const scenario = place.place === 'lab' ? place.scenario : ''
  const ids = hosts.map((_host, index) => index + 1)
  return {
    ids,
    targets: (_place, selection) =>
      (selection.which === 'computers' ? selection.ids : ids).map((id) => ({
        id,
        target: { place: 'lab', scenario, host: hosts[id - 1] ?? '' },
        passwordNeededFor: null,
      })),
    record: (_place, results) =>
      database.transaction(() => {
        for (const result of results) put.run(result.id, JSON.stringify(result))
      })(),
    recorded: () => (database.prepare('SELECT count(*) AS count FROM results').get() as { count: number }).count,
    close: () => database.close(),
  }
}
