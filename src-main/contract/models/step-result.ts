import { z } from 'zod'

/** What a step that is done brought back: plain data without secrets, whose shape its kind decides. */
export const StepResult = z
  .object({ index: z.number().int().nonnegative(), kind: z.string(), result: z.json() })
  .strict()
export type StepResult = z.infer<typeof StepResult>
