import type { AppError } from '../contract/app-error.ts'
import { toAppError } from '../contract/app-error.ts'
import { WmiError, wmiErrorToValue } from '../wmi/wmi-error.ts'
import type { EngineOperation } from './protocol.ts'

/** Shorter texts are ordinary words ("Name", "7"); replacing them would only make sentences unreadable. */
const shortestSecret = 5

/** The texts of an operation that may be secret: the password, and whatever a method is called with. */
const secretsOf = (operation: EngineOperation): readonly string[] => {
  switch (operation.op) {
    case 'connect':
    case 'read-many':
      return operation.credential ? [operation.credential.password] : []
    case 'call':
      return Object.values(operation.input)
        .flat()
        .filter((value) => typeof value === 'string')
        .filter((value) => value.length >= shortestSecret)
    case 'update-srv':
      return operation.update.key ? [operation.update.key.secret] : []
    case 'identify-key':
      return [operation.key]
    case 'query':
    case 'delete-instance':
    case 'close':
    case 'resolve-srv':
    case 'probe':
    case 'lookup-authoritative':
    case 'probe-kms':
      return []
  }
}

/**
 * Turns what an operation threw into the value that crosses to main. A provider's or a library's own words might quote
 * what it was given, so every text of the input is struck out of them.
 */
export const engineFailure = (thrown: unknown, operation: EngineOperation, computer: string): AppError => {
  const error = thrown instanceof WmiError ? wmiErrorToValue(thrown, computer) : toAppError(thrown)
  const strike = (text: string): string =>
    secretsOf(operation)
      .filter((secret) => secret !== '')
      .reduce((clean, secret) => clean.replaceAll(secret, '•••••'), text)
  return {
    ...error,
    message: strike(error.message),
    ...(error.remedy === undefined ? {} : { remedy: strike(error.remedy) }),
    ...(error.detail === undefined ? {} : { detail: strike(error.detail) }),
  }
}

/** A message that an engine does not act on. It names the fault and quotes nothing of the message. */
export const refusal = (code: AppError['code'], message: string): AppError => ({ code, message, retryable: false })
