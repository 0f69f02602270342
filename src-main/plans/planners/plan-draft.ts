import type { CheckedPlanDraft } from '../../contract/models/plan.ts'
import type { LookParts } from '../look.ts'
import type { Draft } from '../proposal.ts'
import { planClient } from './configure-client.ts'
import { planConversion, type ConversionPlannerParts } from './convert-computer.ts'
import { planHostEdit } from './edit-kms-host.ts'
import type { KmsHostPlannerParts } from './host-key-findings.ts'
import { planImage } from './prepare-image.ts'
import { planRemote } from './prepare-remote.ts'
import { planPublishKms, type PublishPlannerParts } from './publish-kms.ts'
import { planKmsHost } from './set-up-kms-host.ts'

/** What the planners of all wizards need besides the draft. */
export type PlannerParts = LookParts & ConversionPlannerParts & KmsHostPlannerParts & PublishPlannerParts

/** Plans a wizard's draft for its computer; those that have to look at it do so. Throws what the wizard's planner throws. */
export const planDraft = async (draft: CheckedPlanDraft, parts: PlannerParts): Promise<Draft> => {
  switch (draft.wizard) {
    case 'set-up-kms-host':
      return planKmsHost(draft, parts)
    case 'edit-kms-host':
      return planHostEdit(draft, parts)
    case 'publish-kms':
      return planPublishKms(draft, parts)
    case 'configure-client':
      return planClient(draft, parts)
    case 'convert-computer':
      return planConversion(draft, parts)
    case 'prepare-image':
      return planImage(draft, parts)
    case 'prepare-remote':
      return planRemote(draft, parts)
  }
}
