import type { LabOverview } from '../../../src-main/contract/models/lab.ts'
import type { LabDns } from './survey-store.ts'

/** What a look-up needs of the Lab; nothing while it has not been read. */
export const labDns = (overview: LabOverview | null): LabDns => ({
  scenario: overview?.scenario ?? '',
  zones: overview?.zones.map(({ name }) => name) ?? [],
})
