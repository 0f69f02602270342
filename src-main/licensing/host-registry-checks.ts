import type { Finding } from '../contract/models/finding.ts'
import { readInterval, type ReadSetting, readPort } from './host-setting-input.ts'
import { parsePublishList } from './publish-list-lines.ts'
import { checkPublishRows } from './publish-list.ts'
import type { HostRegistryValue } from './registry-file.ts'

const faultsOf = (read: ReadSetting): readonly Finding[] => (read.outcome === 'value' ? [] : [read.finding])

const listFaults = (lines: readonly string[]): readonly Finding[] => {
  const { drafts, findings } = parsePublishList(lines)
  // An empty list is what a host without one has: it says "publish in the own domain alone".
  return drafts.length === 0 ? findings : [...findings, ...checkPublishRows(drafts)]
}

/** What is wrong with the data of a value of a KMS host by the rules of the wizard; empty where nothing is. */
export const valueFaults = (value: HostRegistryValue): readonly Finding[] => {
  switch (value.name) {
    case 'DnsDomainPublishList':
      return listFaults(value.data)
    case 'KeyManagementServiceListeningPort':
      return faultsOf(readPort(value.data))
    case 'VLActivationInterval':
      return faultsOf(readInterval('activationInterval', String(value.data)))
    case 'VLRenewalInterval':
      return faultsOf(readInterval('renewalInterval', String(value.data)))
    case 'DisableDnsPublishing':
    case 'EnableKmsLowPriority':
      return []
  }
}
