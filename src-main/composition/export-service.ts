import type { BoundAction } from '../actions/bound-action.ts'
import { AppFailure } from '../contract/app-error.ts'
import type { PlanExportQuestion } from '../contract/models/plan-export.ts'
import type { ExportSource } from '../exports/export-source.ts'
import type { ExportService } from '../handlers/service-interfaces.ts'
import type { FrozenPlan } from '../plans/frozen-plan.ts'

/** A frozen plan with its steps bound to the catalogue. */
export interface ExportablePlan {
  readonly frozen: FrozenPlan
  readonly actions: readonly BoundAction[]
}

/** What is exported comes from these; both throw AppFailure `not-found`. */
export interface ExportServiceParts {
  plan(planId: string): ExportablePlan
  batch(batchId: string): Promise<ExportSource>
}

/** A plan for one computer as the exports see it. The account that was used is left out: it is asked for. */
export const planSource = ({ frozen, actions }: ExportablePlan): ExportSource => ({
  title: frozen.title,
  createdAt: frozen.createdAt,
  computers: [
    {
      name: frozen.target.place === 'this-computer' ? frozen.targetName : frozen.target.host,
      isThisComputer: frozen.target.place === 'this-computer',
      account: 1,
    },
  ],
  isLab: frozen.target.place === 'lab',
  steps: frozen.steps.map(({ kind, params }, index) => ({
    kind,
    params,
    title: actions[index]?.title ?? kind,
    decided: null,
  })),
  policy: { stopAfter: 1, first: null },
  fits: null,
  secretLabels: new Map(frozen.secrets.map(({ name, label }) => [name, label])),
})

/** Exports plans and batches, whatever became of them. The writers of the formats are loaded when the first one is asked for. */
export const createExportService = ({ plan, batch }: ExportServiceParts): ExportService => {
  /** The journal's lines about a batch carry its id in the place of a plan's. */
  const ofPlan = async (planId: string): Promise<ExportSource> => {
    try {
      return planSource(plan(planId))
    } catch (thrown) {
      if (thrown instanceof AppFailure && thrown.error.code === 'not-found') return batch(planId)
      throw thrown
    }
  }
  const sourceOf = (question: PlanExportQuestion): Promise<ExportSource> =>
    'planId' in question ? ofPlan(question.planId) : batch(question.batchId)
  return {
    export: async (question) => {
      const { exportPlan } = await import('../exports/export-plan.ts')
      return exportPlan(await sourceOf(question), question.format)
    },
  }
}
