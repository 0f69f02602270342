import type { AppError } from '../contract/app-error.ts'

/** Masks secrets in every text of an error that is about to leave main. */
export const maskError = (error: AppError, redact: (text: string) => string): AppError => ({
  ...error,
  message: redact(error.message),
  ...(error.remedy === undefined ? {} : { remedy: redact(error.remedy) }),
  ...(error.detail === undefined ? {} : { detail: redact(error.detail) }),
})
