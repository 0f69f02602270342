import { readHostRegistryValues, readHostSettings } from '../actions/host-settings-reader.ts'
import { AppFailure } from '../contract/app-error.ts'
import { targetLabel } from '../contract/models/target.ts'
import type { HostSettingsService } from '../handlers/service-interfaces.ts'
import { contractValue } from '../licensing/registry-file-check.ts'
import { registryFileText, writeRegistryFile } from '../licensing/registry-file.ts'
import { createTargetLook, type TargetLookParts } from './target-look.ts'

const fileName = (label: string): string => `kms-host-${label.replace(/[^A-Za-z0-9.-]+/g, '-')}.reg`

const nothingSet = (label: string): AppFailure =>
  new AppFailure({
    code: 'not-found',
    message: `The registry of ${label} holds no setting of a KMS host: everything is as Windows has it by default.`,
    remedy: 'Change a setting of the host first; only what was changed stands in the registry.',
    retryable: false,
  })

/** Reads what KMS hosts are set to, through the shared engine. */
export const createHostSettingsService = (parts: TargetLookParts): HostSettingsService => {
  const look = createTargetLook(parts)
  return {
    read: (target, signal) => look(target, signal, readHostSettings),
    exportRegistryFile: async (target, signal) => {
      const values = await look(target, signal, readHostRegistryValues)
      if (values.length === 0) throw nothingSet(targetLabel(target))
      return {
        text: registryFileText(values),
        bytes: Buffer.from(writeRegistryFile(values)).toString('base64'),
        suggestedName: fileName(targetLabel(target)),
        values: values.map(contractValue),
      }
    },
  }
}
