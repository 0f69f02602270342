import { createEstate } from '../../../src-main/composition/estate/estate-service.ts'
import type { EstatePlace } from '../../../src-main/contract/models/estate.ts'
import { contract } from '../../../src-main/contract/table.ts'
import { systemClock } from '../../../src-main/plans/clock.ts'
import type { ScanBook } from '../../../src-main/scan/scan-parts.ts'
import { openJournal } from '../../../src-main/store/journal-store.ts'
import { createSecretVault, type SecretVault } from '../../../src-main/store/secret-vault.ts'

/** The app's own list of computers, with a Lab's in it, watched as the window watches it. */
export interface FleetBook {
  readonly book: ScanBook
  readonly vault: SecretVault
  readonly ids: readonly number[]
  /** Computers with a result. */
  recorded(): number
  close(): void
}

/** Opens the app's file in a folder and fills its list. */
export const openFleetBook = (path: string, place: EstatePlace, hosts: readonly string[]): FleetBook => {
  const store = openJournal({ path, now: () => new Date() })
  const vault = createSecretVault(Buffer.alloc(32))
  const { register, service } = createEstate({
    store: store.estate,
    vault,
    clock: systemClock,
    searchDirectory: () => Promise.reject(new Error('There is no directory here.')),
  })
  const computers = hosts.map((host) => ({
    host,
    group: null,
    tags: [],
    note: null,
    ou: null,
    source: 'typed' as const,
  }))
  const { added } = store.estate.add(place, computers, {
    at: new Date().toISOString(),
    updateKnown: false,
    more: false,
  })
  const stopWatching = service.subscribe(place, (event) => contract['computers.events'].event.parse(event))
  return {
    book: register,
    vault,
    ids: added,
    recorded: () =>
      hosts.length - store.estate.select(place, { which: 'outcomes', outcomes: ['never-scanned'] }).length,
    close: () => {
      stopWatching()
      store.close()
    },
  }
}
