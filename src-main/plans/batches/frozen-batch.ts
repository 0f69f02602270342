import { createHash } from 'node:crypto'
import { z } from 'zod'
import { AppFailure } from '../../contract/app-error.ts'
import { BatchPolicy } from '../../contract/models/batch.ts'
import { HostRef } from '../../contract/models/known-kms-host.ts'
import { ConsentKind } from '../../contract/models/plan.ts'
import { FrozenStep, PlanSecret } from '../frozen-plan.ts'
import { canonicalJson } from '../freeze.ts'

/** A step as it was frozen for all computers. */
export const TemplateStep = FrozenStep.extend({
  /** Parameters that are decided at each computer; what `params` holds of them is an example. */
  open: z.array(z.string()),
  /** What to call it where the example would mislead; null takes the action's own title. */
  title: z.string().nullable(),
  /** What is decided at each computer, in one sentence; null where nothing is. */
  perComputer: z.string().nullable(),
}).strict()
export type TemplateStep = z.infer<typeof TemplateStep>

/** A computer as it was frozen: where it is, and by name the password that it is reached with. */
export const FrozenTarget = z
  .object({ computer: HostRef, user: z.string().nullable(), password: z.string().nullable() })
  .strict()
export type FrozenTarget = z.infer<typeof FrozenTarget>

/** Everything that decides what a batch does but for its computers, which are rows of their own. */
export const FrozenBatch = z
  .object({
    /** The batch's id, under the name that plans have for it. */
    planId: z.string(),
    wizard: z.string(),
    title: z.string(),
    createdAt: z.string(),
    /** The wizard's draft; names stand in it in place of references to secrets (batch-secrets.ts). */
    draft: z.record(z.string(), z.json()),
    policy: BatchPolicy,
    consents: z.array(ConsentKind),
    steps: z.array(TemplateStep).min(1),
    secrets: z.array(PlanSecret),
    total: z.number().int().positive(),
    retryOf: z.string().nullable(),
  })
  .strict()
export type FrozenBatch = z.infer<typeof FrozenBatch>

/** Computers that are worked through before others in main get a turn. */
const portion = 250

/** Lets whatever else waits in this process have its turn. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/**
 * SHA-256 (hex) over the canonical JSON of a batch and of each of its computers in their order. Works in portions, so that
 * thousands of computers hold nothing up.
 */
export const digestOfBatch = async (frozen: FrozenBatch, targets: Iterable<FrozenTarget>): Promise<string> => {
  const hash = createHash('sha256').update(canonicalJson(frozen))
  let count = 0
  for (const target of targets) {
    hash.update(`\n${canonicalJson(target)}`)
    count += 1
    if (count % portion === 0) await breathe()
  }
  return hash.digest('hex')
}

/** What is said of a batch whose document on disk is not the one that was committed. */
export const alteredBatch = (): AppFailure =>
  new AppFailure({
    code: 'digest-mismatch',
    message: 'This batch is no longer the one that was confirmed: the journal’s file was changed.',
    remedy: 'Discard the batch, check the computers, and make it anew.',
    retryable: false,
  })

/** Reads a batch back from the journal. Throws AppFailure `digest-mismatch` where it cannot be read at all. */
export const readFrozenBatch = (stored: { readonly frozen: unknown }): FrozenBatch => {
  const frozen = FrozenBatch.safeParse(stored.frozen)
  if (frozen.success) return frozen.data
  throw alteredBatch()
}

/** Reads one computer of a batch back. Throws AppFailure `digest-mismatch` where it cannot be read. */
export const readFrozenTarget = (raw: unknown): FrozenTarget => {
  const target = FrozenTarget.safeParse(raw)
  if (target.success) return target.data
  throw alteredBatch()
}
