import type { CredentialRef, SecretRef } from '../../contract/models/target.ts'
import type { StoredAccount } from '../../store/estate-rows.ts'
import type { SecretVault } from '../../store/secret-vault.ts'

/** Which passwords of the estate are in memory. The user names stand in the file; passwords die with the process. */
export interface EstatePasswords {
  setOfComputer(id: number, password: SecretRef | null): void
  setOfGroup(id: number, password: SecretRef | null): void
  /** Whether the password of a group is in memory. */
  hasGroup(id: number): boolean
  /** What a computer is reached with: nothing where it has no account or the password is missing. */
  credentialOf(account: StoredAccount): CredentialRef | undefined
  /** Whether a computer has an account whose password is missing. */
  isMissing(account: StoredAccount): boolean
}

/** Keeps the references. A secret that the vault forgot counts as missing. */
export const createEstatePasswords = (vault: Pick<SecretVault, 'kindOf'>): EstatePasswords => {
  const computers = new Map<number, SecretRef>()
  const groups = new Map<number, SecretRef>()
  const set = (map: Map<number, SecretRef>, id: number, password: SecretRef | null): void => {
    if (password === null) map.delete(id)
    else map.set(id, password)
  }
  const held = (password: SecretRef | undefined): SecretRef | undefined =>
    password !== undefined && vault.kindOf(password) !== null ? password : undefined
  const passwordOf = ({ id, ownUser, groupId }: StoredAccount): SecretRef | undefined =>
    held(ownUser !== null ? computers.get(id) : groupId === null ? undefined : groups.get(groupId))

  return {
    setOfComputer: (id, password) => set(computers, id, password),
    setOfGroup: (id, password) => set(groups, id, password),
    hasGroup: (id) => held(groups.get(id)) !== undefined,
    credentialOf: (account) => {
      const password = passwordOf(account)
      const user = account.ownUser ?? account.groupUser
      return user === null || password === undefined ? undefined : { user, password }
    },
    isMissing: (account) => (account.ownUser ?? account.groupUser) !== null && passwordOf(account) === undefined,
  }
}
