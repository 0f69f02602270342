import type { Handlers } from '../contract/handlers.ts'
import type { HostSettingsService } from './service-interfaces.ts'

/** What a KMS host is set to, as numbers and as a .reg file. */
export const hostSettingsHandlers = (
  settings: HostSettingsService,
): Pick<Handlers, 'hostSettings.read' | 'registryFile.export'> => ({
  'hostSettings.read': ({ target }, { signal }) => settings.read(target, signal),
  'registryFile.export': ({ target }, { signal }) => settings.exportRegistryFile(target, signal),
})
