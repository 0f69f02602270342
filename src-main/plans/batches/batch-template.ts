import type { CheckedBatchDraft } from '../../contract/models/batch-draft.ts'
import type { TargetRef } from '../../contract/models/target.ts'
import { allClientSteps } from '../planners/client-changes.ts'
import { wantedClient } from '../planners/configure-client.ts'
import { planHostEdit } from '../planners/edit-kms-host.ts'
import { refuseInput } from '../planners/host-setting-steps.ts'
import type { PlannerParts } from '../planners/plan-draft.ts'
import { imageStep } from '../planners/prepare-image.ts'
import { planRemote } from '../planners/prepare-remote.ts'
import { planKmsHost } from '../planners/set-up-kms-host.ts'
import type { Draft } from '../proposal.ts'
import { conversionTemplate } from './conversion-template.ts'
import type { TemplateStep } from './frozen-batch.ts'
import { computersInWords, fixed, type BatchTemplate } from './template-parts.ts'

const nothingWanted = (): Error =>
  refuseInput({
    check: 'nothing-wanted',
    level: 'problem',
    message: 'Nothing would be done: no setting is to be changed, and no computer is to be activated.',
    remedy: 'Choose a setting, or choose to activate the computers now.',
  })

const ofDraft = (title: string, { steps, secrets, consents, findings }: Draft): BatchTemplate => ({
  title,
  steps: steps.map(fixed),
  secrets,
  consents,
  findings,
})

const activateWhatServes: TemplateStep = {
  kind: 'kms-client.activate',
  params: { activationId: null },
  open: ['activationId'],
  title: null,
  perComputer: 'Where Windows itself is no KMS client, the product that is one is activated, such as Office.',
}

const rearmTitle = { 'rearm-windows': 'Windows', 'rearm-application': 'an application', 'rearm-product': 'a product' }

/**
 * The steps of a wizard for many computers. Pure but for the vault. Throws AppFailure `invalid-input` with the field for what
 * could be carried out on no computer, and `secret-missing`.
 * @param sample any of the computers: what a key may be used for depends on the place
 */
export const batchTemplate = (
  draft: CheckedBatchDraft,
  sample: TargetRef,
  count: number,
  parts: PlannerParts,
): BatchTemplate => {
  const many = computersInWords(count)
  switch (draft.wizard) {
    case 'configure-client': {
      const changes = allClientSteps(wantedClient(draft))
      const steps = [...changes.map(fixed), ...(draft.activate ? [activateWhatServes] : [])]
      if (steps.length === 0) throw nothingWanted()
      const title = changes.length === 0 ? `Activate ${many} with a KMS host` : `Configure KMS clients: ${many}`
      return { title, steps, secrets: [], consents: [], findings: [] }
    }
    case 'convert-computer':
      return conversionTemplate(draft, sample, count, parts)
    case 'prepare-image':
      return {
        title: `Rearm ${rearmTitle[draft.task.do]}: ${many}`,
        steps: [fixed(imageStep(draft.task))],
        secrets: [],
        consents: ['rearms'],
        findings: [],
      }
    case 'prepare-remote':
      return ofDraft(`Prepare remote management: ${many}`, planRemote({ ...draft, target: sample }, parts))
    case 'edit-kms-host':
      return ofDraft(`Change KMS hosts: ${many}`, planHostEdit({ ...draft, target: sample }, parts))
    case 'set-up-kms-host':
      return ofDraft(`Set up KMS hosts: ${many}`, planKmsHost({ ...draft, target: sample }, parts))
  }
}
