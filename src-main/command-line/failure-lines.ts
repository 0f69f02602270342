import type { AppError } from '../contract/app-error.ts'
import { explainCode } from '../licensing/error-explanations.ts'
import { formatCode } from '../licensing/result-code.ts'

const meaningOf = (hresult: number): string => {
  const explanation = explainCode(hresult)
  const meaning = explanation?.meaning ?? 'its meaning is not known.'
  const symbol = explanation?.symbol ? ` (${explanation.symbol})` : ''
  return `${formatCode(hresult)}${symbol}: ${meaning}`
}

/** A failure for the terminal: what failed, the code in hexadecimal with its meaning, and what to do. */
export const failureLines = ({ message, hresult, remedy }: AppError): readonly string[] => {
  const fix = remedy ?? (hresult === undefined ? undefined : explainCode(hresult)?.fixSteps[0])
  return [
    `Failed: ${message}`,
    ...(hresult === undefined ? [] : [`Code: ${meaningOf(hresult)}`]),
    ...(fix === undefined ? [] : [`What to do: ${fix}`]),
  ]
}
