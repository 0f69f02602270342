import { assertNever } from '../contract/app-error.ts'
import type { RegistryFileCheck } from '../contract/models/host-input-checks.ts'
import type { HostRegistryValue as ContractValue } from '../contract/models/kms-host-settings.ts'
import { describeMinutes } from '../contract/minutes.ts'
import { readRegistryFile } from './registry-file-import.ts'
import type { HostRegistryValue } from './registry-file.ts'

/** What a value of a KMS host means, in a sentence (kms.md 2). */
export const registryValueSentence = (value: HostRegistryValue): string => {
  switch (value.name) {
    case 'DnsDomainPublishList':
      return value.data.length === 0
        ? 'The list of DNS domains is empty.'
        : `The host publishes itself in: ${value.data.join('; ')}.`
    case 'DisableDnsPublishing':
      return value.data === 0 ? 'The host publishes itself in DNS.' : 'The host does not publish itself in DNS.'
    case 'EnableKmsLowPriority':
      return value.data === 0
        ? 'The licensing service runs with normal priority.'
        : 'The licensing service runs with low priority.'
    case 'KeyManagementServiceListeningPort':
      return `The host listens on TCP port ${value.data}.`
    case 'VLActivationInterval':
      return `KMS clients that are not activated try every ${describeMinutes(value.data)}.`
    case 'VLRenewalInterval':
      return `Activated KMS clients renew every ${describeMinutes(value.data)}.`
    default:
      return assertNever(value)
  }
}

/** A value in the contract's form, whose lists may be written to. */
export const contractValue = (value: HostRegistryValue): ContractValue =>
  value.type === 'REG_MULTI_SZ' ? { ...value, data: [...value.data] } : { ...value }

/** What a .reg file holds, or every reason for which it is refused. */
export const checkRegistryFile = (bytes: Uint8Array): RegistryFileCheck => {
  const read = readRegistryFile(bytes)
  return read.outcome === 'values'
    ? { values: read.values.map(contractValue), sentences: read.values.map(registryValueSentence), findings: [] }
    : { values: null, sentences: [], findings: [...read.findings] }
}
