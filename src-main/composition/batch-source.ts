import { z } from 'zod'
import type { Catalogue } from '../actions/bound-action.ts'
import type { BatchPolicy } from '../contract/models/batch.ts'
import { ConversionDirection } from '../contract/models/conversion.ts'
import type { Proof } from '../exports/deed.ts'
import { fitsClient, fitsConversion } from '../exports/deeds/decided-deeds.ts'
import type { ExportComputer, ExportPolicy, ExportSource } from '../exports/export-source.ts'
import type { BatchDocument } from '../plans/batches/batch-document.ts'
import { stepViews } from '../plans/batches/batch-view.ts'
import type { FrozenTarget } from '../plans/batches/frozen-batch.ts'

const policyOf = ({ onFailure, canary }: BatchPolicy): ExportPolicy => ({
  stopAfter: onFailure === 'continue' ? null : onFailure === 'stop-at-first' ? 1 : onFailure.stopAfter,
  first: canary,
})

const Conversion = z.object({ conversion: z.object({ direction: ConversionDirection }) })

/** What the wizard's planner would look at on each computer before it plans anything there. */
const fitsOf = ({ frozen: { wizard, draft } }: BatchDocument): Proof | null => {
  if (wizard === 'configure-client') return fitsClient
  const conversion = Conversion.safeParse(draft)
  return conversion.success ? fitsConversion(conversion.data.conversion.direction) : null
}

const computersOf = (targets: readonly FrozenTarget[], computerName: string): readonly ExportComputer[] => {
  const accounts = new Map<string, number>()
  return targets.map(({ computer, user, password }) => {
    const key = JSON.stringify([user, password])
    const account = accounts.get(key) ?? accounts.size + 1
    accounts.set(key, account)
    const isThisComputer = computer.place === 'this-computer'
    return { name: isThisComputer ? computerName : computer.host, isThisComputer, account }
  })
}

/**
 * A batch as the exports see it: the steps that were confirmed, once for all computers, with what each of them decides. The
 * accounts are told apart and not named.
 */
export const batchSource = (
  document: BatchDocument,
  { catalogue, computerName }: { readonly catalogue: Catalogue; readonly computerName: string },
): ExportSource => {
  const { frozen, targets } = document
  const views = stepViews(frozen, catalogue)
  return {
    title: frozen.title,
    createdAt: frozen.createdAt,
    computers: computersOf(targets, computerName),
    isLab: targets.some(({ computer }) => computer.place === 'lab'),
    steps: frozen.steps.map(({ kind, params, open, perComputer }, index) => ({
      kind,
      params,
      title: views[index]?.title ?? kind,
      decided: perComputer === null && open.length === 0 ? null : { open, sentence: perComputer ?? '' },
    })),
    policy: policyOf(frozen.policy),
    fits: fitsOf(document),
    secretLabels: new Map(frozen.secrets.map(({ name, label }) => [name, label])),
  }
}
