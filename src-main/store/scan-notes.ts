import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { ScanOutcome, type ComputerId, type EstatePlace } from '../contract/models/estate.ts'
import { placeKey } from './estate-rows.ts'
import { guarded } from './sqlite-failure.ts'

const ScanNote = z.object({
  /** ISO time at which the scan was begun. */
  begunAt: z.string(),
  concurrency: z.number(),
  deadlineSeconds: z.number(),
  ids: z.array(z.number()),
})

/** What a scan was begun with. */
export type ScanNote = z.infer<typeof ScanNote>

/** A scan that did not come to its end: it was stopped, or the app was. */
export interface UnfinishedScan extends ScanNote {
  /** Those that it has not read and that are in the list still. */
  readonly left: readonly ComputerId[]
  /** What those came to that it has read. */
  readonly counts: Readonly<Partial<Record<ScanOutcome, number>>>
}

/** Which computers a scan has begun with, so that what is left is known after a kill too. Throws as EstateStore. */
export interface ScanNotes {
  /** Notes a scan in place of the last one of the place. */
  begin(place: EstatePlace, note: ScanNote): void
  /** The scan that was begun last, where computers of it are left; else null. */
  unfinished(place: EstatePlace): UnfinishedScan | null
  /** The scan has ended by itself. */
  end(place: EstatePlace): void
}

const Row = z.object({ id: z.number(), at: z.string().nullable(), outcome: ScanOutcome.nullable() })

const countsOf = (outcomes: readonly ScanOutcome[]): UnfinishedScan['counts'] => {
  const counts = new Map<ScanOutcome, number>()
  for (const outcome of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1)
  return Object.fromEntries(counts)
}

/** The notes in an open journal file. */
export const openScanNotes = (database: Database): ScanNotes => {
  const put = database.prepare(`INSERT INTO meta (name, value) VALUES (:name, :value)
    ON CONFLICT (name) DO UPDATE SET value = :value`)
  const take = database.prepare('SELECT value FROM meta WHERE name = ?').pluck()
  const drop = database.prepare('DELETE FROM meta WHERE name = ?')
  const rows = database.prepare(`SELECT c.computer_id AS id, s.at, s.outcome FROM computers c
    LEFT JOIN computer_scans s ON s.computer_id = c.computer_id
    WHERE c.place = ? AND c.computer_id IN (SELECT value FROM json_each(?)) ORDER BY c.computer_id`)
  const nameOf = (place: EstatePlace): string => `scan ${placeKey(place)}`

  return {
    begin: (place, note) => guarded(() => void put.run({ name: nameOf(place), value: JSON.stringify(note) })),
    unfinished: (place) =>
      guarded(() => {
        const value = take.get(nameOf(place))
        if (value === undefined) return null
        const note = ScanNote.parse(JSON.parse(String(value)))
        const found = rows.all(placeKey(place), JSON.stringify(note.ids)).map((row) => Row.parse(row))
        const isLeft = ({ at }: z.infer<typeof Row>): boolean => at === null || at < note.begunAt
        const left = found.filter(isLeft).map(({ id }) => id)
        const outcomes = found.filter((row) => !isLeft(row)).flatMap(({ outcome }) => outcome ?? [])
        return left.length === 0 ? null : { ...note, left, counts: countsOf(outcomes) }
      }),
    end: (place) => guarded(() => void drop.run(nameOf(place))),
  }
}
