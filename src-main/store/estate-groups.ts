import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { AppFailure } from '../contract/app-error.ts'
import { SavedView, type EstatePlace } from '../contract/models/estate.ts'
import { nameKey, placeKey } from './estate-rows.ts'
import { guarded } from './sqlite-failure.ts'

/** A group as it is kept; its password is in memory alone. */
export interface StoredGroup {
  readonly groupId: number
  readonly name: string
  readonly user: string | null
  readonly computers: number
}

/** The groups of every place. All methods throw AppFailure `disk-full` or `journal-unavailable`. */
export interface GroupStore {
  all(place: EstatePlace): readonly StoredGroup[]
  /** The number of a group, which is made where there is none of that name. */
  idOf(place: EstatePlace, name: string): number
  /** Makes or changes a group. Throws AppFailure `invalid-input` (field `newName`) where another has the new name. */
  change(place: EstatePlace, name: string, change: { newName?: string; user?: string | null }): StoredGroup
  /** Its computers stay, without a group. */
  remove(place: EstatePlace, name: string): void
}

/** The saved views of the table, in the order of their names. Throws as GroupStore. */
export interface ViewStore {
  all(): readonly SavedView[]
  save(view: SavedView): void
  remove(name: string): void
}

const Group = z.object({
  groupId: z.number(),
  name: z.string(),
  user: z.string().nullable(),
  computers: z.number(),
})
const columns = `g.group_id AS groupId, g.name, g.user,
  (SELECT COUNT(*) FROM computers c WHERE c.group_id = g.group_id) AS computers`

const taken = (name: string): AppFailure =>
  new AppFailure({
    code: 'invalid-input',
    field: 'newName',
    message: `There is a group "${name}" already.`,
    remedy: 'Choose another name, or move the computers into that group.',
    retryable: false,
  })

/** The groups in an open journal file. */
export const openGroupStore = (database: Database): GroupStore => {
  const all = database.prepare(`SELECT ${columns} FROM computer_groups g WHERE g.place = ? ORDER BY g.name_key`)
  const named = database.prepare(`SELECT ${columns} FROM computer_groups g WHERE g.place = ? AND g.name_key = ?`)
  const make = database.prepare(
    `INSERT INTO computer_groups (place, name, name_key) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`,
  )
  const rename = database.prepare('UPDATE computer_groups SET name = ?, name_key = ? WHERE group_id = ?')
  const setUser = database.prepare('UPDATE computer_groups SET user = ? WHERE group_id = ?')
  const drop = database.prepare('DELETE FROM computer_groups WHERE place = ? AND name_key = ?')

  const find = (place: EstatePlace, name: string): StoredGroup | null => {
    const row = named.get(placeKey(place), nameKey(name))
    return row === undefined ? null : Group.parse(row)
  }
  const obtain = (place: EstatePlace, name: string): StoredGroup => {
    const known = find(place, name)
    if (known) return known
    make.run(placeKey(place), name.trim(), nameKey(name))
    return Group.parse(named.get(placeKey(place), nameKey(name)))
  }
  const change = database.transaction(
    (place: EstatePlace, name: string, { newName, user }: { newName?: string; user?: string | null }): StoredGroup => {
      const group = obtain(place, name)
      if (newName !== undefined) {
        const other = find(place, newName)
        if (other && other.groupId !== group.groupId) throw taken(other.name)
        rename.run(newName.trim(), nameKey(newName), group.groupId)
      }
      if (user !== undefined) setUser.run(user, group.groupId)
      return obtain(place, newName ?? name)
    },
  )
  return {
    all: (place) => guarded(() => all.all(placeKey(place)).map((row) => Group.parse(row))),
    idOf: (place, name) => guarded(() => obtain(place, name).groupId),
    change: (place, name, changes) => guarded(() => change.immediate(place, name, changes)),
    remove: (place, name) => guarded(() => void drop.run(placeKey(place), nameKey(name))),
  }
}

/** The views in an open journal file. */
export const openViewStore = (database: Database): ViewStore => {
  const all = database.prepare('SELECT view FROM computer_views ORDER BY name_key').pluck()
  const put = database.prepare(`INSERT INTO computer_views (name_key, view) VALUES (:key, :view)
    ON CONFLICT (name_key) DO UPDATE SET view = :view`)
  const drop = database.prepare('DELETE FROM computer_views WHERE name_key = ?')
  return {
    all: () =>
      guarded(() =>
        all.all().flatMap((text) => {
          const view = SavedView.safeParse(JSON.parse(String(text)))
          return view.success ? [view.data] : []
        }),
      ),
    save: (view) => guarded(() => void put.run({ key: nameKey(view.name), view: JSON.stringify(view) })),
    remove: (name) => guarded(() => void drop.run(nameKey(name))),
  }
}
