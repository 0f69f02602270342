/**
 * The one error shape that crosses process borders. Errors travel as values because Electron's own
 * serialisation drops every property but the message (electron#24427).
 */

/** The closed set of error codes. The renderer chooses its words by code; `hresult` and `detail` are for "Show details". */
export const errorCodes = [
  'invalid-request',
  'invalid-input',
  'forbidden',
  'not-found',
  'consent-missing',
  'digest-mismatch',
  'already-used',
  'busy',
  'name-not-found',
  'host-unreachable',
  'port-closed',
  'rpc-unavailable',
  'access-denied',
  'wrong-password',
  'needs-elevation',
  'unsupported-version',
  'wmi-invalid-class',
  'wmi-invalid-query',
  'wmi-failed',
  'licensing-refused',
  'activation-pending',
  'not-a-kms-host',
  'firewall-unchanged',
  'service-stuck',
  'secret-missing',
  'secret-mismatch',
  'timeout',
  'cancelled',
  'engine-lost',
  'journal-unavailable',
  'disk-full',
  'internal',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** What went wrong, with what a person needs to mend it. No field ever holds an unmasked secret. */
export interface AppError {
  readonly code: ErrorCode
  /** One plain sentence: problem and cause. */
  readonly message: string
  /** What to do next, as a plain sentence. */
  readonly remedy?: string
  /** Name of the input field concerned, where there is one. */
  readonly field?: string
  /** The computer concerned. */
  readonly target?: string
  /** Windows' own result code as an unsigned 32-bit number. */
  readonly hresult?: number
  /** Technical detail for "Show details" and the log. */
  readonly detail?: string
  /** Whether the same request may succeed later without a change. */
  readonly retryable: boolean
}

/** The result envelope: a value or an error, never an exception. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError }

/** Wraps a value as a success. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

/** Wraps an error as a failure. */
export const fail = (error: AppError): Result<never> => ({ ok: false, error })

/**
 * An AppError as an exception, for use inside one process only: services throw it, the router and the
 * engine turn it back into a value at the border.
 */
export class AppFailure extends Error {
  readonly error: AppError

  constructor(error: AppError, options?: ErrorOptions) {
    super(error.message, options)
    this.name = 'AppFailure'
    this.error = error
  }
}

/**
 * Turns anything thrown into an AppError. An unknown exception becomes `internal`; its message goes to `detail`
 * (sinks redact it) and not into the sentence that people read.
 */
export const toAppError = (thrown: unknown): AppError => {
  if (thrown instanceof AppFailure) return thrown.error
  const detail = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)
  return { code: 'internal', message: 'Something unexpected happened inside the app.', detail, retryable: false }
}

/** Ends an exhaustive switch: the compiler complains where a member of the union was forgotten. */
export const assertNever = (value: never): never => {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
