import type { AppError } from '../../src-main/contract/app-error.ts'
import type { ComputerRow, EstatePlace } from '../../src-main/contract/models/estate.ts'
import type { CredentialRef } from '../../src-main/contract/models/target.ts'
import type { Bridge } from '../bridge/create-bridge.ts'
import { target } from '../strings/target-step.ts'
import type { MissingPassword } from './missing-passwords.ts'

/** Whose account is set: that of computers, or that of a group. */
export type AccountOwner =
  { readonly kind: 'computers'; readonly ids: readonly number[] } | { readonly kind: 'group'; readonly name: string }

/** What is wrong with an account as it was typed; null where nothing is. */
export const accountComplaint = (
  user: string,
  password: string,
): { readonly field: 'user' | 'password'; readonly message: string } | null => {
  if (user.trim() === '') return { field: 'user', message: target.complaints.userMissing }
  if (password === '') return { field: 'password', message: target.complaints.passwordMissing(user.trim()) }
  return null
}

/** The users of some computers, each once. */
export const usersOf = (rows: readonly ComputerRow[]): readonly string[] => [
  ...new Set(rows.flatMap(({ user }) => user ?? [])),
]

/** Gives computers or a group an account; null takes it away. Resolves to the reason where it was not done. */
export const giveAccount = async (
  bridge: Bridge,
  place: EstatePlace,
  owner: AccountOwner,
  credential: CredentialRef | null,
): Promise<AppError | null> => {
  const answer =
    owner.kind === 'group'
      ? await bridge.call('groups.change', { place, name: owner.name, credential })
      : await bridge.call('computers.change', { place, ids: [...owner.ids], change: { credential } })
  return answer.ok ? null : answer.error
}

/** Hands main a typed password, and computers or a group the account with it. Resolves as giveAccount. */
export const giveTypedAccount = async (
  bridge: Bridge,
  place: EstatePlace,
  owner: AccountOwner,
  { user, password }: { readonly user: string; readonly password: string },
): Promise<AppError | null> => {
  const secret = await bridge.call('secrets.put', { kind: 'password', value: password })
  if (!secret.ok) return secret.error
  return giveAccount(bridge, place, owner, { user: user.trim(), password: secret.value.ref })
}

/** Whose password is missing. */
export const ownerOf = ({ group, ids }: MissingPassword): AccountOwner =>
  group === null ? { kind: 'computers', ids } : { kind: 'group', name: group }
