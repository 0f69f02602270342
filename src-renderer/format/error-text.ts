import { common } from '../strings/common.ts'
import { sentenceOf, type ShownError } from '../strings/errors.ts'
import { hresultText } from './hresult.ts'

/** The rows under "Show details" of an error: label and value. */
export const errorDetails = (error: ShownError): readonly (readonly [string, string])[] => [
  [common.errorCode, error.code],
  ...(error.hresult === undefined ? [] : [[common.hresult, hresultText(error.hresult)] as const]),
  ...(error.target === undefined ? [] : [[common.computer, error.target] as const]),
  ...(error.detail === undefined ? [] : [[common.detail, error.detail] as const]),
]

/** An error as plain text for a ticket: sentence, remedy, details. */
export const errorAsText = (error: ShownError): string => {
  const { message, remedy } = sentenceOf(error)
  return [message, remedy, ...errorDetails(error).map(([label, value]) => `${label}: ${value}`)].join('\n')
}
