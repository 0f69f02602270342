import type { AppError } from '../../src-main/contract/app-error.ts'
import type { ComputerGroup, ComputerRow, EstatePlace } from '../../src-main/contract/models/estate.ts'
import type { Bridge } from '../bridge/create-bridge.ts'
import { giveTypedAccount, ownerOf } from './account-change.ts'

/** An account whose password has to be entered again: of a group, or of computers with an account of their own. */
export interface MissingPassword {
  readonly key: string
  readonly user: string
  readonly group: string | null
  readonly ids: readonly number[]
}

/** The passwords that are missing for some computers. */
export const missingPasswords = (
  rows: readonly ComputerRow[],
  groups: readonly ComputerGroup[],
): readonly MissingPassword[] => {
  const byAccount = new Map<string, MissingPassword>()
  for (const { id, user, group, passwordNeeded } of rows) {
    if (!passwordNeeded || user === null) continue
    const ofGroup = groups.some((one) => one.name === group && one.passwordNeeded && one.user === user) ? group : null
    const key = `${ofGroup ?? ''}\n${user}`
    const known = byAccount.get(key)
    byAccount.set(key, { key, user, group: ofGroup, ids: [...(known?.ids ?? []), id] })
  }
  return [...byAccount.values()]
}

/** Gives main the passwords that were typed, by the key of their account. Resolves to the reason where one was not taken. */
export const enterPasswords = async (
  bridge: Bridge,
  place: EstatePlace,
  missing: readonly MissingPassword[],
  typed: Readonly<Record<string, string>>,
): Promise<AppError | null> => {
  for (const one of missing) {
    const password = typed[one.key] ?? ''
    if (password === '') continue
    const failure = await giveTypedAccount(bridge, place, ownerOf(one), { user: one.user, password })
    if (failure !== null) return failure
  }
  return null
}
