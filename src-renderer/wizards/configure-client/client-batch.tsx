import type { ComputerRow } from '../../../src-main/contract/models/estate.ts'
import { batchTasks } from '../../strings/batch/tasks.ts'
import type { BatchOptionsProps, BatchWizard, Misfit } from '../batch/batch-wizard.ts'
import {
  clientComplaint,
  clientFieldNames,
  clientSettings,
  unchangedFields,
  type ClientFields,
} from './client-fields.ts'
import { ClientSettings } from './ClientOptions.tsx'

const words = batchTasks.client
const notClients: Misfit = { key: 'no-client', title: words.notClients, text: words.notClientsText }
const hosts: Misfit = { key: 'host', title: words.hosts, text: words.hostsText }

/** Windows 8 and Windows Server 2012: the first with /skms-domain and /act-type (slmgr.md 1.4). */
const firstWindows8Build = 9200

/** Why a computer cannot be configured as a KMS client, by what was read of it last. */
const misfit = ({ os, licence, isKmsHost }: ComputerRow): Misfit | null => {
  if (os === null) return null
  if (isKmsHost) return hosts
  return licence?.kind === 'kms-client' ? null : notClients
}

const Options = ({ fields, edit, complaint }: BatchOptionsProps<ClientFields>) => (
  <ClientSettings snapshot={null} fields={fields} edit={edit} complaint={complaint} />
)

/** Sets how many KMS clients find their host, and activates them. */
export const clientBatch: BatchWizard<ClientFields> = {
  name: 'configure-client',
  title: words.title,
  optionsHeading: words.heading,
  initialFields: () => unchangedFields,
  fieldNames: clientFieldNames,
  complaint: clientComplaint,
  toDraft: clientSettings,
  misfit,
  unfit: ({ lookup, activationType }, { os }) =>
    (lookup === 'keep' && activationType === 'keep') || os === null || os.build >= firstWindows8Build
      ? null
      : words.needsWindows8,
  Options,
  commit: (count, kinds) =>
    kinds.every((kind) => kind === 'kms-client.activate') ? words.commitActivate(count) : words.commit(count),
}
