import type { Handlers } from '../contract/handlers.ts'
import type { SecretVault } from '../store/secret-vault.ts'

/** Secrets on their way into main's memory. The window keeps the reference; there is no way back to the secret. */
export const secretHandlers = (
  vault: Pick<SecretVault, 'put' | 'forget'>,
): Pick<Handlers, 'secrets.put' | 'secrets.forget'> => ({
  'secrets.put': async ({ kind, value }) => vault.put(kind, value),
  'secrets.forget': async ({ ref }) => {
    vault.forget(ref)
    return undefined
  },
})
