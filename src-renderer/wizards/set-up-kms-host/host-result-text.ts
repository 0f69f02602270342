import type { KmsHostReport } from '../../../src-main/contract/models/kms-host-report.ts'
import type { PlanView } from '../../../src-main/contract/models/plan.ts'
import { result } from '../../strings/set-up-kms-host/result.ts'
import { hostResult as words } from '../../strings/set-up-kms-host/host-result.ts'
import { isRefusedSomewhere } from '../host-plan/result/domain-outcomes.ts'

const isActivatedHost = (report: KmsHostReport): boolean => report.licensed && report.channel !== null

/**
 * The heading of the result page: what became of the computer. Success is claimed only for a host that was verified, is
 * activated, and was refused by no domain (event 12293).
 */
export const hostResultHeading = (plan: PlanView, report: KmsHostReport | null): string => {
  const name = plan.targetName
  if (plan.state === 'discarded') return result.headingDiscarded
  if (plan.state !== 'done') return words.headingFailed(name)
  if (report === null) return result.headingDoneUnverified(name)
  if (!isActivatedHost(report)) return words.headingDoneUnlicensed(name)
  return isRefusedSomewhere(report.events) ? words.headingNotPublished(name) : words.headingDone(name)
}

/** The sentence below the heading, where all steps ran. */
export const hostResultText = (report: KmsHostReport | null): string => {
  if (report === null) return words.done
  if (!isActivatedHost(report)) return words.doneUnlicensed
  return isRefusedSomewhere(report.events) ? words.doneNotPublished : words.done
}
