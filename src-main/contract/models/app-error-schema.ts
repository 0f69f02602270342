import { z } from 'zod'
import { errorCodes, type AppError } from '../app-error.ts'

/** The runtime schema of AppError (contract/app-error.ts stays free of zod for the preload). */
export const AppErrorSchema = z
  .object({
    code: z.enum(errorCodes),
    message: z.string(),
    remedy: z.string().optional(),
    field: z.string().optional(),
    target: z.string().optional(),
    hresult: z.number().int().min(0).max(0xffffffff).optional(),
    detail: z.string().optional(),
    retryable: z.boolean(),
  })
  .strict()

/** An error that came through JSON, as a value to throw: JSON has no undefined, so its absent members are truly absent. */
export const toExactError = (error: z.infer<typeof AppErrorSchema>): AppError => error as AppError
