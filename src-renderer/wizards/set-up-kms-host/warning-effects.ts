import type { AppError } from '../../../src-main/contract/app-error.ts'
import type { PlanEffects } from '../host-plan/plan-effects.ts'
import type { WizardContext } from './wizard-store.ts'

/** What the step "Review" can do: warn, and commit what was shown. */
export const createWarningEffects = ({ bridge, get, send }: WizardContext, plan: PlanEffects) => ({
  /** Opens the warning and asks DNS which hosts there are. */
  async open(): Promise<void> {
    const state = get()
    if (state.step !== 'review' || state.warning.phase === 'open') return
    send({ type: 'warning-opened' })
    const result = await bridge.call('kmsHost.findInDns', { target: state.plan.target })
    send(
      result.ok
        ? { type: 'hosts-found', lookups: result.value.lookups }
        : { type: 'hosts-unknown', error: result.error },
    )
  },
  /** The person confirmed the warning: records the consent, then commits the plan that was shown. */
  async confirm(): Promise<void> {
    const state = get()
    if (state.step !== 'review' || state.warning.phase !== 'open' || state.warning.committing) return
    send({ type: 'committing' })
    const { planId, digest } = state.plan
    const refuse = (error: AppError): void => send({ type: 'commit-failed', error })
    const consent = await bridge.call('plans.consent', { planId, digest, consent: 'kms-key-warning' })
    if (!consent.ok) return refuse(consent.error)
    const committed = await bridge.call('plans.commit', { planId, digest })
    if (!committed.ok) return refuse(committed.error)
    await plan.begin(committed.value)
  },
})
