import { z } from 'zod'

/**
 * Something that a check found out. `ok` confirms, `info` tells, `warning` can be overruled, `problem` stops.
 * The result of a connection test, of a key check and of an action's precheck are lists of these.
 */
export const Finding = z
  .object({
    /** Stable name of the check, for example `port-135` or `key-checksum`. */
    check: z.string(),
    level: z.enum(['ok', 'info', 'warning', 'problem', 'skipped']),
    /** One plain sentence. */
    message: z.string(),
    remedy: z.string().optional(),
    field: z.string().optional(),
    hresult: z.number().int().nonnegative().optional(),
    detail: z.string().optional(),
  })
  .strict()
export type Finding = z.infer<typeof Finding>
