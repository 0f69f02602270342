import { AppFailure } from '../../contract/app-error.ts'
import { canonicalJson } from '../freeze.ts'
import type { FrozenStep } from '../frozen-plan.ts'
import type { TemplateStep } from './frozen-batch.ts'

const withoutOpen = (params: FrozenStep['params'], open: readonly string[]): string =>
  canonicalJson(Object.fromEntries(Object.entries(params).filter(([name]) => !open.includes(name))))

const isSame = (step: FrozenStep, template: TemplateStep): boolean =>
  step.kind === template.kind && withoutOpen(step.params, template.open) === withoutOpen(template.params, template.open)

/**
 * Proves that the steps of one computer are those that were confirmed for all: the same, in the same order, but for steps
 * that it does not need and parameters that were left open. Returns the places in the template. Throws AppFailure
 * `digest-mismatch` where a step was never confirmed.
 */
export const placesInTemplate = (
  steps: readonly FrozenStep[],
  template: readonly TemplateStep[],
): readonly number[] => {
  let next = 0
  return steps.map((step) => {
    const place = template.findIndex((candidate, index) => index >= next && isSame(step, candidate))
    if (place < 0)
      throw new AppFailure({
        code: 'digest-mismatch',
        message: `This computer would need a step that was not confirmed: ${step.kind}.`,
        remedy: 'Plan this computer by itself.',
        retryable: false,
      })
    next = place + 1
    return place
  })
}
