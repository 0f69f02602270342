import { z } from 'zod'
import { ConsentKind, DeferredSetting } from '../contract/models/plan.ts'
import { TargetRef } from '../contract/models/target.ts'

/** A step as it was frozen: an action of the catalogue and its parameters. No secret stands in them, only names. */
export const FrozenStep = z.object({ kind: z.string(), params: z.record(z.string(), z.json()) }).strict()
export type FrozenStep = z.infer<typeof FrozenStep>

/** What a plan knows of a secret: how to ask for it again and how to recognise it. */
export const PlanSecret = z
  .object({
    name: z.string(),
    kind: z.enum(['product-key', 'password', 'confirmation-id', 'tsig-secret']),
    label: z.string(),
    lastFive: z.string().nullable(),
    /** Keyed hash of a product key; null for what is simply tried (store/secret-vault.ts). */
    fingerprint: z.string().nullable(),
  })
  .strict()
export type PlanSecret = z.infer<typeof PlanSecret>

/** Everything that decides what a plan does. Its digest is what people consent to and commit. */
export const FrozenPlan = z
  .object({
    planId: z.string(),
    wizard: z.string(),
    title: z.string(),
    target: TargetRef,
    targetName: z.string(),
    createdAt: z.string(),
    consents: z.array(ConsentKind),
    steps: z.array(FrozenStep).min(1),
    secrets: z.array(PlanSecret),
    /** Absent where nothing is deferred, so that the digest of a plan without it is what it always was. */
    deferred: z.array(DeferredSetting).optional(),
  })
  .strict()
export type FrozenPlan = z.infer<typeof FrozenPlan>

/** The name under which a plan keeps the password of its target's credential. */
export const passwordName = 'password'
