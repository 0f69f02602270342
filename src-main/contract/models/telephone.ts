import { z } from 'zod'
import { AppErrorSchema } from './app-error-schema.ts'

/** Where to call in one country, as phone.inf of the computer tells it. */
export const PhoneNumber = z
  .object({
    /** Three letters: DEU. */
    code: z.string(),
    country: z.string(),
    tollFree: z.string().nullable(),
    toll: z.string().nullable(),
  })
  .strict()
export type PhoneNumber = z.infer<typeof PhoneNumber>

/** What a plan waits for and what people need to give it. An installation ID is no secret. */
export const WaitingForInput = z
  .object({
    step: z.number().int().nonnegative(),
    /** The name to give back in `plans.provide`. */
    name: z.string(),
    input: z.literal('confirmation-id'),
    /** Digits alone: 54 or 63. */
    installationId: z.string(),
    /** Nine blocks, A to I. */
    blocks: z.array(z.object({ letter: z.string(), digits: z.string() }).strict()),
    /** The blocks on one line, to copy. */
    formatted: z.string(),
    /** One line per block as it is read aloud. */
    spoken: z.array(z.string()),
    activationId: z.string(),
    productName: z.string(),
    /** When the installation ID was read, ISO 8601. */
    readAt: z.string(),
    /** How to find the number to call, one sentence each. */
    whereToCall: z.array(z.string()),
    /** The numbers of phone.inf; empty where it could not be read. */
    phones: z.array(PhoneNumber),
    /** Why the last confirmation ID was not taken; null before the first. */
    error: AppErrorSchema.nullable(),
  })
  .strict()
export type WaitingForInput = z.infer<typeof WaitingForInput>
