import type { KmsClientRow } from '../../../../src-main/contract/models/kms-host-overview.ts'

/** The clients in whose names or machine ID every word of the filter occurs, in any case. */
export const filterClients = (clients: readonly KmsClientRow[], filter: string): readonly KmsClientRow[] => {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  return clients.filter(({ names, cmid }) => {
    const haystack = [...names, cmid].join('\n').toLowerCase()
    return words.every((word) => haystack.includes(word))
  })
}
