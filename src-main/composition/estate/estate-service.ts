import type { ComputerGroup, ComputerRow, EstatePlace } from '../../contract/models/estate.ts'
import type { CredentialRef, TargetRef } from '../../contract/models/target.ts'
import type { EstateService } from '../../handlers/estate-service.ts'
import type { Clock } from '../../plans/clock.ts'
import type { StoredGroup } from '../../store/estate-groups.ts'
import type { StoredAccount, StoredComputer } from '../../store/estate-rows.ts'
import type { EstateStore } from '../../store/estate-store.ts'
import type { SecretVault } from '../../store/secret-vault.ts'
import { createComputerAdding, type ComputerAddingParts } from './computer-adding.ts'
import { createEstateEvents } from './estate-events.ts'
import { createEstatePasswords } from './estate-passwords.ts'
import type { EstateRegister, EstateTarget } from '../estate-register.ts'
import { inSlices } from './in-slices.ts'

export interface EstateParts extends Pick<ComputerAddingParts, 'searchDirectory'> {
  readonly store: EstateStore
  readonly vault: Pick<SecretVault, 'kindOf'>
  readonly clock: Clock
}

/** The estate for the window, and for the parts of main that work with it. */
export interface Estate {
  readonly service: EstateService
  readonly register: EstateRegister
}

const targetOf = (place: EstatePlace, host: string, credential: CredentialRef | undefined): TargetRef => {
  const given = credential === undefined ? {} : { credential }
  return place.place === 'network'
    ? { place: 'network', host, ...given }
    : { place: 'lab', scenario: place.scenario, host, ...given }
}

/** Puts the estate together over its store. */
export const createEstate = (parts: EstateParts): Estate => {
  const { store, clock } = parts
  const passwords = createEstatePasswords(parts.vault)
  const toRow = (computer: StoredComputer): ComputerRow => ({
    ...computer.row,
    passwordNeeded: passwords.isMissing(computer.account),
  })
  const rowsOf = (place: EstatePlace, ids: readonly number[]) => store.byIds(place, ids).map(toRow)
  const events = createEstateEvents({ rowsOf, wait: (milliseconds) => clock.wait(milliseconds) })
  const adding = createComputerAdding({ store, events, now: clock.now, searchDirectory: parts.searchDirectory })
  const toGroup = ({ groupId, name, user, computers }: StoredGroup): ComputerGroup => ({
    name,
    user,
    computers,
    passwordNeeded: user !== null && !passwords.hasGroup(groupId),
  })

  const service: EstateService = {
    ...adding,
    list: ({ place, after, limit }) => {
      const rows = store.page(place, after ?? 0, limit).map(toRow)
      const last = rows.length === limit ? (rows.at(-1)?.id ?? null) : null
      return { rows, next: last, total: store.count(place) }
    },
    subscribe: events.subscribe,
    change: async (place, ids, { credential, ...change }, signal) => {
      let changed = 0
      const user = credential === undefined ? {} : { user: credential?.user ?? null }
      await inSlices(ids, signal, (slice) => {
        const done = store.change(place, slice, { ...change, ...user })
        if (credential !== undefined) for (const id of done) passwords.setOfComputer(id, credential?.password ?? null)
        changed += done.length
        events.changed(place, done)
      })
      if (change.group !== undefined) events.groups(place)
      return changed
    },
    remove: async (place, ids, signal) => {
      let removed = 0
      await inSlices(ids, signal, (slice) => {
        const gone = store.remove(place, slice)
        for (const id of gone) passwords.setOfComputer(id, null)
        removed += gone.length
        events.removed(place, gone)
      })
      events.groups(place)
      return removed
    },
    groups: (place) => store.groups.all(place).map(toGroup),
    changeGroup: ({ place, name, newName, credential }) => {
      const group = store.groups.change(place, name, {
        ...(newName === undefined ? {} : { newName }),
        ...(credential === undefined ? {} : { user: credential?.user ?? null }),
      })
      if (credential !== undefined) passwords.setOfGroup(group.groupId, credential?.password ?? null)
      events.changed(place, store.select(place, { which: 'group', group: group.name }))
      events.groups(place)
      return toGroup(group)
    },
    removeGroup: (place, name) => {
      const members = store.select(place, { which: 'group', group: name })
      store.groups.remove(place, name)
      events.changed(place, members)
      events.groups(place)
    },
    views: store.views.all,
    saveView: store.views.save,
    removeView: store.views.remove,
  }

  const toTarget = (place: EstatePlace, account: StoredAccount): EstateTarget => ({
    id: account.id,
    target: targetOf(place, account.host, passwords.credentialOf(account)),
    passwordNeededFor: passwords.isMissing(account) ? (account.ownUser ?? account.groupUser) : null,
  })
  const register: EstateRegister = {
    targets: (place, selection) => store.accounts(place, selection).map((account) => toTarget(place, account)),
    targetsOf: (place, hosts) => store.accountsOf(place, hosts).map((account) => toTarget(place, account)),
    scanNotes: store.scanNotes,
    record: (place, results) => events.changed(place, store.record(place, results)),
    rows: (place, after, limit) => store.page(place, after, limit).map(toRow),
    rowsOf,
  }
  return { service, register }
}
