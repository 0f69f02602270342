import type { AppError, Result } from '../../../src-main/contract/app-error.ts'
import type { PlanView } from '../../../src-main/contract/models/plan.ts'
import { isEnded } from '../../plan/plan-states.ts'
import { rememberBegun } from '../../stores/unfinished-plans-store.ts'
import type { PlanRequest } from './machine.ts'
import type { WizardContext } from './wizard-store.ts'

/** What can be done with a plan: warn, commit, follow, stop, resume, discard, verify. */
export const createPlanEffects = ({ bridge, get, send }: WizardContext) => {
  let unsubscribe: (() => void) | null = null
  let seen = -1

  const currentPlan = (): PlanView | null => {
    const state = get()
    return 'plan' in state ? state.plan : null
  }

  /** Reads the result that main keeps for an ended plan; without one the page offers to verify. */
  const readReport = async (planId: string): Promise<void> => {
    const result = await bridge.call('plans.get', { planId })
    if (result.ok && result.value.report !== null) send({ type: 'report-read', report: result.value.report })
  }

  const changed = (plan: PlanView): void => {
    const wasEnded = get().step === 'result'
    send({ type: 'plan-changed', plan })
    if (!wasEnded && isEnded(plan.state)) void readReport(plan.planId)
  }

  const follow = (planId: string): void => {
    unsubscribe?.()
    seen = -1
    unsubscribe = bridge.listen(
      'plans.events',
      { planId },
      ({ sequence, plan }) => {
        if (sequence <= seen) return
        seen = sequence
        changed(plan)
      },
      (error) => send({ type: 'request-failed', error }),
    )
  }

  /** Takes over a picture that a call brought, unless an event brought a newer one in the meantime. */
  const takeOver = (plan: PlanView, seenBefore: number): void => {
    if (seen === seenBefore) changed(plan)
  }

  /** Asks for the picture once, because events between the commit and the subscription are not repeated. */
  const refresh = async (planId: string): Promise<void> => {
    const seenBefore = seen
    const result = await bridge.call('plans.get', { planId })
    if (result.ok) takeOver(result.value.plan, seenBefore)
  }

  const request = async (kind: PlanRequest, ask: (planId: string) => Promise<Result<PlanView>>): Promise<void> => {
    const plan = currentPlan()
    if (plan === null) return
    send({ type: 'requested', request: kind })
    const seenBefore = seen
    const result = await ask(plan.planId)
    if (!result.ok) return send({ type: 'request-failed', error: result.error })
    takeOver(result.value, seenBefore)
    send({ type: 'request-answered' })
  }

  return {
    /** Opens the warning and asks DNS which hosts there are. */
    async openWarning(): Promise<void> {
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
    async confirmWarning(): Promise<void> {
      const state = get()
      if (state.step !== 'review' || state.warning.phase !== 'open' || state.warning.committing) return
      send({ type: 'committing' })
      const { planId, digest } = state.plan
      const refuse = (error: AppError): void => send({ type: 'commit-failed', error })
      const consent = await bridge.call('plans.consent', { planId, digest, consent: 'kms-key-warning' })
      if (!consent.ok) return refuse(consent.error)
      const committed = await bridge.call('plans.commit', { planId, digest })
      if (!committed.ok) return refuse(committed.error)
      rememberBegun(planId)
      send({ type: 'plan-opened', plan: committed.value, report: null })
      follow(planId)
      await refresh(planId)
    },
    /** Shows a plan that exists already, and follows it. */
    async open(planId: string): Promise<void> {
      const result = await bridge.call('plans.get', { planId })
      if (!result.ok) return send({ type: 'open-failed', error: result.error })
      send({ type: 'plan-opened', plan: result.value.plan, report: result.value.report })
      follow(planId)
      await refresh(planId)
    },
    stop: (): Promise<void> => request('stopping', (planId) => bridge.call('plans.stop', { planId })),
    discard: (): Promise<void> => request('discarding', (planId) => bridge.call('plans.discard', { planId })),
    /**
     * Checks what the interrupted step did, and goes on.
     * @param entered the secrets that the plan misses, by their names; they are put into main's memory first
     */
    async resume(entered: Readonly<Record<string, string>>): Promise<void> {
      const plan = currentPlan()
      if (plan === null) return
      send({ type: 'requested', request: 'resuming' })
      const secrets: Record<string, string> = {}
      for (const { name, lastFive } of plan.missingSecrets) {
        // Main tells the last five characters of keys alone.
        const kind = lastFive === null ? 'password' : 'product-key'
        const put = await bridge.call('secrets.put', { kind, value: entered[name] ?? '' })
        if (!put.ok) return send({ type: 'request-failed', error: put.error })
        secrets[name] = put.value.ref
      }
      rememberBegun(plan.planId)
      if (unsubscribe === null) follow(plan.planId)
      await request('resuming', (planId) => bridge.call('plans.resume', { planId, secrets }))
    },
    /** Asks the computer, DNS and the port once more. */
    async verify(): Promise<void> {
      const state = get()
      if (state.step !== 'result' || state.verify.phase === 'running') return
      send({ type: 'verifying' })
      const result = await bridge.call('kmsHost.verify', { target: state.plan.target })
      send(result.ok ? { type: 'report-read', report: result.value } : { type: 'verify-failed', error: result.error })
    },
    dispose(): void {
      unsubscribe?.()
      unsubscribe = null
    },
  }
}
