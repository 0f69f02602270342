import type { z } from 'zod'
import type { AppError } from '../contract/app-error.ts'

/** The path of the first problem, as `target.host`; list positions are numbers. Never a value. */
export const firstProblemPath = (error: z.ZodError): string =>
  error.issues[0]?.path.map((part) => String(part)).join('.') ?? ''

/** An error for a request that breaks the contract. The field is named; what was sent is not repeated. */
export const invalidRequest = (message: string, field?: string): AppError => ({
  code: 'invalid-request',
  message,
  ...(field ? { field } : {}),
  retryable: false,
})

/** The error for an input that the contract's schema refuses. */
export const invalidInput = (error: z.ZodError): AppError => {
  const field = firstProblemPath(error)
  return invalidRequest(field ? `The field ${field} is not valid.` : 'The request is not valid.', field)
}
