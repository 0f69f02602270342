import type { Handlers } from '../contract/handlers.ts'
import { checkConfirmationId } from '../licensing/confirmation-id-check.ts'
import { hostKeyCompatibility } from '../licensing/host-key-advice.ts'
import { checkHostSettings } from '../licensing/host-settings-check.ts'
import { checkPublishList } from '../licensing/publish-list-check.ts'
import { checkRegistryFile } from '../licensing/registry-file-check.ts'
import type { SecretVault } from '../store/secret-vault.ts'

type InputChannels =
  'confirmationId.check' | 'publishList.check' | 'hostSettings.check' | 'registryFile.parse' | 'hostKeys.compatibility'

/** What can be told about typed host settings without a computer. */
export const hostInputHandlers = (vault: Pick<SecretVault, 'get'>): Pick<Handlers, InputChannels> => ({
  'confirmationId.check': async ({ ref }) => checkConfirmationId(vault.get(ref)),
  'publishList.check': async ({ list, ownDomain }) => checkPublishList(list, ownDomain),
  'hostSettings.check': async (typed) => checkHostSettings(typed),
  'registryFile.parse': async ({ bytes }) => checkRegistryFile(Buffer.from(bytes, 'base64')),
  'hostKeys.compatibility': async (question) => hostKeyCompatibility(question),
})
