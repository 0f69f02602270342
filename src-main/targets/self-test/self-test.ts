import type { ActionContext } from '../../actions/action.ts'
import {
  selfTestFormat,
  type SelfTestEvent,
  type SelfTestReport,
  type SelfTestStep,
  type SelfTestStepId,
  selfTestSteps,
} from '../../contract/models/self-test-report.ts'
import { targetLabel } from '../../contract/models/target.ts'
import { failureValue } from '../failure-value.ts'
import { problem } from '../link-findings.ts'
import { eventStep } from './event-step.ts'
import { licensingStep, schemaStep } from './licensing-steps.ts'
import { firewallStep, registryStep, serviceStep } from './machine-steps.ts'
import { clockStep, dnsStep, kmsPortStep } from './network-steps.ts'
import { elevationStep, nameStep, portStep, versionStep, wmiStep } from './reach-steps.ts'
import { cleanReport } from './report-cleaning.ts'
import {
  emptyParts,
  finding,
  type Learned,
  type ReportParts,
  type StepOutcome,
  type StepWork,
} from './self-test-state.ts'

const works: Readonly<Record<SelfTestStepId, StepWork>> = {
  elevation: elevationStep,
  name: nameStep,
  'port-135': portStep,
  wmi: wmiStep,
  'os-version': versionStep,
  schema: schemaStep,
  licensing: licensingStep,
  service: serviceStep,
  registry: registryStep,
  firewall: firewallStep,
  events: eventStep,
  clock: clockStep,
  dns: dnsStep,
  'kms-port': kmsPortStep,
}

/** Steps that lead to the computer: where one of them breaks, nothing behind it can be asked. */
const way: ReadonlySet<SelfTestStepId> = new Set(['name', 'port-135', 'wmi'])

/** The steps that concern a target: this computer needs no name and no port, another one no elevation of the app. */
export const selfTestPlan = (context: Pick<ActionContext, 'host'>): readonly SelfTestStepId[] =>
  selfTestSteps.filter((step) =>
    context.host === null ? step !== 'name' && step !== 'port-135' : step !== 'elevation',
  )

/** Merges: a step that was broken leaves what earlier ones found. */
interface Progress {
  readonly steps: readonly SelfTestStep[]
  readonly parts: ReportParts
  readonly learned: Learned
}

const begin: Progress = { steps: [], parts: emptyParts, learned: { probe: null, snapshot: null } }

const runStep = async (context: ActionContext, step: SelfTestStepId, sofar: Progress): Promise<StepOutcome> => {
  const broken = sofar.steps.some((one) => way.has(one.step) && one.finding.level === 'problem')
  if (broken) return { finding: finding(step, 'skipped', 'Not tried, because the computer cannot be reached.') }
  try {
    return await works[step](context, sofar.learned, sofar.parts)
  } catch (thrown) {
    context.signal.throwIfAborted()
    return { finding: problem(step, failureValue(thrown, targetLabel(context.target))) }
  }
}

const userOf = ({ target }: ActionContext): string | null =>
  target.place === 'this-computer' ? null : (target.credential?.user ?? null)

/**
 * Checks a computer step by step and tells each step as it begins. Reads only. A step that fails does not stop the ones
 * behind it, unless the computer cannot be reached at all. What is told is clean of secrets at any moment. Rejects with the
 * signal's reason alone.
 */
export const runSelfTest = async (
  context: ActionContext,
  appVersion: string,
  tell: (event: SelfTestEvent) => void,
): Promise<SelfTestReport> => {
  const plan = selfTestPlan(context)
  const report = ({ steps, parts }: Progress, complete: boolean): SelfTestReport =>
    cleanReport(
      {
        ...selfTestFormat,
        appVersion,
        madeAt: context.now().toISOString(),
        place: context.target.place,
        host: context.host,
        elevated: context.elevated,
        steps: [...steps],
        complete,
        ...parts,
      },
      userOf(context),
    )
  let sofar = begin
  for (const step of plan) {
    context.signal.throwIfAborted()
    tell({ state: 'running', plan: [...plan], running: step, report: report(sofar, false) })
    const startedAt = context.now().getTime()
    const outcome = await runStep(context, step, sofar)
    sofar = {
      steps: [
        ...sofar.steps,
        {
          step,
          finding: outcome.finding,
          more: [...(outcome.more ?? [])],
          milliseconds: Math.max(0, context.now().getTime() - startedAt),
        },
      ],
      parts: { ...sofar.parts, ...outcome.parts },
      learned: { ...sofar.learned, ...outcome.learned },
    }
  }
  const whole = report(sofar, true)
  tell({ state: 'ended', report: whole })
  return whole
}
