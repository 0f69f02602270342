import { z } from 'zod'

/** One step of a plan that ended, and whether a new plan can put back what it changed. */
export const StepUndo = z.discriminatedUnion('outcome', [
  /** `steps` are the titles of what would be done, in their order. */
  z
    .object({ outcome: z.literal('possible'), index: z.number().int(), title: z.string(), steps: z.array(z.string()) })
    .strict(),
  z
    .object({ outcome: z.literal('impossible'), index: z.number().int(), title: z.string(), reason: z.string() })
    .strict(),
  /** The step changed nothing, because everything was as wanted already. */
  z.object({ outcome: z.literal('nothing-changed'), index: z.number().int(), title: z.string() }).strict(),
])
export type StepUndo = z.infer<typeof StepUndo>

/** What of a plan that ended can be undone: its steps that are done and changed something, the last one first. */
export const UndoOffer = z
  .object({
    planId: z.string(),
    planTitle: z.string(),
    targetName: z.string(),
    steps: z.array(StepUndo),
    /** The account that the plan worked with, where its password has to be entered again; null where nothing is to be entered. */
    passwordOf: z.string().nullable(),
  })
  .strict()
export type UndoOffer = z.infer<typeof UndoOffer>
