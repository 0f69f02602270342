import type { BoundAction } from '../actions/bound-action.ts'
import { AppFailure } from '../contract/app-error.ts'
import type { BatchView } from '../contract/models/batch.ts'
import type { ExportService } from '../handlers/service-interfaces.ts'
import { exportPlan } from '../exports/export-plan.ts'
import type { ExportSource } from '../exports/export-source.ts'
import type { FrozenPlan } from '../plans/frozen-plan.ts'

/** A frozen plan with its steps bound to the catalogue. */
export interface ExportablePlan {
  readonly frozen: FrozenPlan
  readonly actions: readonly BoundAction[]
}

/** What is exported comes from these; both throw AppFailure `not-found`. */
export interface ExportServiceParts {
  plan(planId: string): ExportablePlan
  batch(batchId: string): ExportSource
}

/** A plan for one computer as the exports see it. The account that was used is left out: it is asked for. */
export const planSource = ({ frozen, actions }: ExportablePlan): ExportSource => ({
  title: frozen.title,
  createdAt: frozen.createdAt,
  computers: [
    {
      name: frozen.target.place === 'this-computer' ? frozen.targetName : frozen.target.host,
      isThisComputer: frozen.target.place === 'this-computer',
    },
  ],
  isLab: frozen.target.place === 'lab',
  steps: frozen.steps.map(({ kind, params }, index) => ({ kind, params, title: actions[index]?.title ?? kind })),
  secretLabels: new Map(frozen.secrets.map(({ name, label }) => [name, label])),
})

/** A batch is not written as files as a whole: its computers' own plans are. Throws AppFailure `not-found` always. */
export const refuseBatch = ({ title }: BatchView): never => {
  throw new AppFailure({
    code: 'not-found',
    message: `The batch “${title}” cannot be exported as a whole.`,
    remedy: 'Open the plan of one of its computers in the journal and export that.',
    retryable: false,
  })
}

/** Exports plans, whatever became of them. */
export const createExportService = ({ plan, batch }: ExportServiceParts): ExportService => ({
  export: (question) =>
    exportPlan('planId' in question ? planSource(plan(question.planId)) : batch(question.batchId), question.format),
})
