import { z } from 'zod'

const milliseconds = z.number().int().min(1).max(600_000)

/** What a fault does to a call. `applied`: the call is carried out all the same, only its answer is lost. */
export const LabFaultEffect = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('refuse') }).strict(),
  z.object({ kind: z.literal('access-denied') }).strict(),
  z.object({ kind: z.literal('timeout'), milliseconds }).strict(),
  z.object({ kind: z.literal('hang'), applied: z.boolean() }).strict(),
  z.object({ kind: z.literal('slow'), milliseconds }).strict(),
  z
    .object({
      kind: z.literal('fail'),
      hresult: z.number().int().min(0x8000_0000).max(0xffff_ffff),
      applied: z.boolean(),
    })
    .strict(),
  z.object({ kind: z.literal('service-crash') }).strict(),
])
export type LabFaultEffect = z.infer<typeof LabFaultEffect>

/** A fault to set: where it strikes, how often, and what it does. */
export const LabFaultInput = z
  .object({
    /** Name of a computer, or "*" for all. */
    host: z.string().trim().min(1).max(255),
    /** `probe`: its ports; `srv`: its answers to DNS questions and changes. Null for all that is asked by WMI. */
    operation: z.enum(['connect', 'query', 'call', 'probe', 'srv']).nullable(),
    /** Class of the query or call; null for any. */
    className: z.string().trim().min(1).max(128).nullable(),
    /** Method of the call; null for any. Deletions are called DeleteInstance. */
    method: z.string().trim().min(1).max(128).nullable(),
    effect: LabFaultEffect,
    /** How many times it strikes; null: until it is taken away. */
    times: z.number().int().min(1).max(1000).nullable(),
  })
  .strict()
export type LabFaultInput = z.infer<typeof LabFaultInput>

/** A fault that is set. */
export const LabFault = LabFaultInput.extend({
  id: z.string(),
  /** What it does, in a sentence. */
  description: z.string(),
  /** Strikes left; null for no limit. */
  left: z.number().int().nullable(),
}).strict()
export type LabFault = z.infer<typeof LabFault>
