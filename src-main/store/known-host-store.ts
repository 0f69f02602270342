import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { HostRef } from '../contract/models/known-kms-host.ts'
import { guarded } from './sqlite-failure.ts'

const Row = z.object({
  place: z.string(),
  scenario: z.string().nullable(),
  host: z.string().nullable(),
  fullName: z.string().nullable(),
  addedAt: z.string().nullable(),
  hidden: z.number(),
})

/** What is remembered of one KMS host. No credential is ever given in. */
export interface RememberedHost {
  readonly host: HostRef
  /** Its full name, once it was read. */
  readonly fullName: string | null
  /** When a person added it (ISO 8601); null where only a plan made it known. */
  readonly addedAt: string | null
  /** Whether a person took it from the list. */
  readonly hidden: boolean
}

/** The KMS hosts that people added to the list or took from it. All methods throw AppFailure `disk-full` or `journal-unavailable`. */
export interface KnownHostStore {
  all(): readonly RememberedHost[]
  /** Writes what is remembered of one host, in place of what was. */
  remember(host: RememberedHost): void
}

/** One text per computer, whatever the case of its name. */
export const hostKey = (host: HostRef): string => {
  switch (host.place) {
    case 'this-computer':
      return 'this-computer'
    case 'network':
      return `network ${host.host.toLowerCase()}`
    case 'lab':
      return `lab ${host.scenario} ${host.host.toLowerCase()}`
  }
}

const load = (raw: unknown): RememberedHost[] => {
  const { place, scenario, host, fullName, addedAt, hidden } = Row.parse(raw)
  const ref = HostRef.safeParse({
    place,
    ...(scenario === null ? {} : { scenario }),
    ...(host === null ? {} : { host }),
  })
  return ref.success ? [{ host: ref.data, fullName, addedAt, hidden: hidden !== 0 }] : []
}

/** The table of known hosts in an open journal file. */
export const openKnownHostStore = (database: Database): KnownHostStore => {
  const all = database.prepare(
    `SELECT place, scenario, host, full_name AS fullName, added_at AS addedAt, hidden FROM known_hosts ORDER BY host_key`,
  )
  const put = database.prepare(`INSERT INTO known_hosts (host_key, place, scenario, host, full_name, added_at, hidden)
    VALUES (:key, :place, :scenario, :host, :fullName, :addedAt, :hidden)
    ON CONFLICT (host_key) DO UPDATE SET full_name = :fullName, added_at = :addedAt, hidden = :hidden`)
  return {
    all: () => guarded(() => all.all().flatMap(load)),
    remember: ({ host, fullName, addedAt, hidden }) => {
      guarded(() =>
        put.run({
          key: hostKey(host),
          place: host.place,
          scenario: host.place === 'lab' ? host.scenario : null,
          host: host.place === 'this-computer' ? null : host.host,
          fullName,
          addedAt,
          hidden: hidden ? 1 : 0,
        }),
      )
    },
  }
}
