import type { BatchDraft } from '../../../src-main/contract/models/batch-draft.ts'
import type { ComputerRow } from '../../../src-main/contract/models/estate.ts'
import { batchTasks } from '../../strings/batch/tasks.ts'
import type { BatchWizard, Misfit } from '../batch/batch-wizard.ts'
import { RearmBatchOptions } from './RearmBatchOptions.tsx'
import type { RearmFields } from './rearm-fields.ts'

const words = batchTasks.rearm
const hosts: Misfit = { key: 'host', title: words.hosts, text: words.hostsText }
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** ApplicationID of Office 2013 and later (slmgr.md 2.4). */
const officeApplicationId = '0ff1ce15-a989-479d-af46-f275c6370663'
/** Windows 8.1 and Windows Server 2012 R2: the first with /rearm-app and /rearm-sku (slmgr.md 1.4). */
const firstPartRearmBuild = 9600

const taskOf = ({ task, activationId }: RearmFields): Extract<BatchDraft, { wizard: 'prepare-image' }>['task'] => {
  switch (task) {
    case 'windows':
      return { do: 'rearm-windows' }
    case 'office':
      return { do: 'rearm-application', applicationId: officeApplicationId }
    case 'product':
      return { do: 'rearm-product', activationId: activationId.trim().replaceAll(/[{}]/g, '') }
  }
}

/** Rearms many computers. */
export const rearmBatch: BatchWizard<RearmFields> = {
  name: 'prepare-image',
  title: words.title,
  optionsHeading: words.heading,
  initialFields: () => ({ task: 'windows', activationId: '' }),
  fieldNames: ['task', 'activationId'],
  complaint: ({ task, activationId }) =>
    task === 'product' && !guid.test(activationId.trim().replaceAll(/[{}]/g, ''))
      ? { field: 'activationId', message: words.activationIdWrong(activationId) }
      : null,
  toDraft: (fields) => ({ wizard: 'prepare-image', task: taskOf(fields) }),
  misfit: ({ isKmsHost }: ComputerRow) => (isKmsHost ? hosts : null),
  unfit: ({ task }, { os }) =>
    task === 'windows' || os === null || os.build >= firstPartRearmBuild ? null : words.needsWindows81,
  Options: RearmBatchOptions,
  commit: words.commit,
}
