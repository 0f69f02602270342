import { ok, type Result } from '../../../src-main/contract/app-error.ts'
import type { PlanView } from '../../../src-main/contract/models/plan.ts'
import type { Bridge } from '../../bridge/create-bridge.ts'
import { isEnded } from '../../plan/plan-states.ts'
import type { PlanRequest, PlanStage, PlanStageEvent } from './plan-stage.ts'
import { createConfirmationEffects } from './telephone/confirmation-effects.ts'

/** What the effects of a plan work with. */
export interface PlanRunContext {
  readonly bridge: Bridge
  /** The wizard's state where its plan exists in main; null before. */
  readonly stage: () => PlanStage | null
  readonly send: (event: PlanStageEvent) => void
}

/** Secrets typed again, by the names in `missingSecrets`. */
export type EnteredSecrets = Readonly<Record<string, string>>

const failedAtPublishing = ({ steps }: PlanView): boolean =>
  steps.some(({ kind, state }) => kind === 'kms-host.verify-publishing' && state === 'failed')

/** What can be done with a plan that exists in main. */
export type PlanEffects = ReturnType<typeof createPlanEffects>

/** What can be done with a plan: follow, stop, resume, discard, provide what it waits for, verify. */
export const createPlanEffects = ({ bridge, stage, send }: PlanRunContext) => {
  const confirmation = createConfirmationEffects({ bridge, stage, send })
  let unsubscribe: (() => void) | null = null
  let seen = -1

  const currentPlan = (): PlanView | null => {
    const state = stage()
    return state === null || state.step === 'opening' ? null : state.plan
  }

  /** Asks the computer, DNS and the port once more. */
  const verify = async (): Promise<void> => {
    const state = stage()
    if (state?.step !== 'result' || state.verify.phase === 'running') return
    send({ type: 'verifying' })
    const result = await bridge.call('kmsHost.verify', { target: state.plan.target })
    send(result.ok ? { type: 'report-read', report: result.value } : { type: 'verify-failed', error: result.error })
  }

  /**
   * Reads the result that main keeps for an ended plan; without one the page offers to verify. A plan that ended at a zone
   * which refused the record is verified at once, so that each domain shows its own event.
   */
  const readReport = async (plan: PlanView): Promise<void> => {
    const result = await bridge.call('plans.get', { planId: plan.planId })
    const report = result.ok ? result.value.report : null
    if (result.ok) send({ type: 'results-read', results: result.value.results })
    if (report !== null) send({ type: 'report-read', report })
    else if (failedAtPublishing(plan)) await verify()
  }

  const changed = (plan: PlanView): void => {
    const wasEnded = stage()?.step === 'result'
    send({ type: 'plan-changed', plan })
    if (!wasEnded && isEnded(plan.state)) void readReport(plan)
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

  /** Puts the secrets that the plan misses into main's memory; their references by name. */
  const putAgain = async (
    { missingSecrets }: PlanView,
    entered: EnteredSecrets,
  ): Promise<Result<Record<string, string>>> => {
    const secrets: Record<string, string> = {}
    for (const { name, lastFive } of missingSecrets) {
      // Main tells the last five characters of keys alone.
      const kind = lastFive === null ? 'password' : 'product-key'
      const put = await bridge.call('secrets.put', { kind, value: entered[name] ?? '' })
      if (!put.ok) return put
      secrets[name] = put.value.ref
    }
    return ok(secrets)
  }

  const followAnew = (planId: string): void => {
    if (unsubscribe === null) follow(planId)
  }

  return {
    /** Shows a plan that was committed just now, and follows it. */
    async begin(plan: PlanView): Promise<void> {
      send({ type: 'plan-opened', plan, report: null })
      follow(plan.planId)
      await refresh(plan.planId)
    },
    /** Shows a plan that exists already, and follows it. */
    async open(planId: string): Promise<void> {
      const result = await bridge.call('plans.get', { planId })
      if (!result.ok) return send({ type: 'open-failed', error: result.error })
      send({ type: 'plan-opened', ...result.value })
      follow(planId)
      await refresh(planId)
    },
    stop: (): Promise<void> => request('stopping', (planId) => bridge.call('plans.stop', { planId })),
    discard: (): Promise<void> => request('discarding', (planId) => bridge.call('plans.discard', { planId })),
    /**
     * Checks what the interrupted step did, and goes on.
     * @param entered the secrets that the plan misses, by their names; they are put into main's memory first
     */
    async resume(entered: EnteredSecrets): Promise<void> {
      const plan = currentPlan()
      if (plan === null) return
      send({ type: 'requested', request: 'resuming' })
      const secrets = await putAgain(plan, entered)
      if (!secrets.ok) return send({ type: 'request-failed', error: secrets.error })
      followAnew(plan.planId)
      await request('resuming', (planId) => bridge.call('plans.resume', { planId, secrets: secrets.value }))
    },
    confirmation,
    /** Gives the waiting plan the confirmation ID that was typed, and it goes on. An unfit one stays and is named. */
    async provide(entered: EnteredSecrets): Promise<void> {
      const plan = currentPlan()
      if (plan === null || plan.waiting === null) return
      const { name } = plan.waiting
      const ref = await confirmation.refIfFit()
      if (ref === null) return
      if (!ref.ok) return send({ type: 'request-failed', error: ref.error })
      send({ type: 'requested', request: 'providing' })
      const secrets = await putAgain(plan, entered)
      if (!secrets.ok) return send({ type: 'request-failed', error: secrets.error })
      followAnew(plan.planId)
      confirmation.handedOver()
      await request('providing', (planId) =>
        bridge.call('plans.provide', { planId, name, ref: ref.value, secrets: secrets.value }),
      )
    },
    /** The Lab's telephone: the fictional confirmation ID for the installation ID that is shown. */
    callLab: (installationId: string) => bridge.call('lab.telephone', { installationId }),
    verify,
    dispose(): void {
      unsubscribe?.()
      unsubscribe = null
      confirmation.dispose()
    },
  }
}
