import errorCodes from '../../assets/data/error-codes.json' with { type: 'json' }
import symbols from '../../assets/data/slerror-symbols.json' with { type: 'json' }
import type { AppError } from '../contract/app-error.ts'
import { formatCode, hresultFromWin32, parseCode } from './result-code.ts'

/** What is known of a result code of Windows' licensing, of WMI, DNS or RPC. */
export interface CodeExplanation {
  /** 0x and eight upper-case digits, or "BAS 0x67" for Microsoft's batch activation service. */
  readonly code: string
  /** Microsoft's symbolic name, for example SL_E_VL_KEY_MANAGEMENT_SERVICE_ID_MISMATCH. */
  readonly symbol: string | null
  /** Null where only the symbol is known. */
  readonly meaning: string | null
  readonly likelyCauses: readonly string[]
  readonly fixSteps: readonly string[]
  readonly appliesTo: readonly string[]
  /** True where the explanation rests on general knowledge. */
  readonly uncertain: boolean
  readonly source: string | null
}

interface ErrorRow {
  readonly code: string
  readonly symbol?: string | undefined
  readonly meaning: string
  readonly likelyCauses: readonly string[]
  readonly fixSteps: readonly string[]
  readonly appliesTo: readonly string[]
  readonly source: string
  readonly uncertain?: boolean | undefined
}

const canonical = (code: string): string => code.toUpperCase().replace('0X', '0x')
const rows: ReadonlyMap<string, ErrorRow> = new Map(
  (errorCodes as readonly ErrorRow[]).map((row) => [canonical(row.code), row]),
)
const symbolOf: ReadonlyMap<string, string> = new Map(symbols.map(({ code, symbol }) => [canonical(code), symbol]))

const explainCanonical = (code: string): CodeExplanation | null => {
  const row = rows.get(code)
  const symbol = row?.symbol ?? symbolOf.get(code) ?? null
  if (row === undefined && symbol === null) return null
  return {
    code,
    symbol,
    meaning: row?.meaning ?? null,
    likelyCauses: row?.likelyCauses ?? [],
    fixSteps: row?.fixSteps ?? [],
    appliesTo: row?.appliesTo ?? [],
    uncertain: row?.uncertain ?? false,
    source: row?.source ?? null,
  }
}

/**
 * Explains a result code, given as a number or as text (see parseCode). A small Win32 code that is not listed itself is
 * explained as its HRESULT. Null where nothing is known of it.
 */
export const explainCode = (code: number | string): CodeExplanation | null => {
  if (typeof code === 'string') {
    const batch = /\bBAS\s*0x([0-9a-f]{1,2})\b/i.exec(code)?.[1]
    if (batch !== undefined) return explainCanonical(`BAS 0x${batch.toUpperCase()}`)
  }
  const number = typeof code === 'string' ? parseCode(code) : code >>> 0
  if (number === null) return null
  return explainCanonical(formatCode(number)) ?? explainCanonical(formatCode(hresultFromWin32(number)))
}

/** The explanation of an error's `hresult`; null where it has none or nothing is known of it. */
export const explainAppError = (error: AppError): CodeExplanation | null =>
  error.hresult === undefined ? null : explainCode(error.hresult)

/** One sentence with code and meaning: "0xC004F074: No Key Management Service could be contacted." */
export const codeSentence = (code: number): string => {
  const explanation = explainCode(code)
  const meaning = explanation?.meaning ?? explanation?.symbol
  return meaning ? `${formatCode(code)}: ${meaning}` : formatCode(code)
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[a-z0-9]+/g) ?? []

/** The first sentence, the meaning where it says more than that, and the code once. */
const spelledOut = (message: string, meaning: string, code: string): string => {
  const plain = message.replace(` (${code})`, '').replace(/\.+$/, '')
  const said = new Set(wordsOf(plain))
  const isNew = wordsOf(meaning).some((word) => !said.has(word))
  return isNew ? `${plain}. ${meaning.replace(/\.$/, '')} (${code}).` : `${plain} (${code}).`
}

/**
 * An error with its result code spelt out: the meaning in the message and, where the error has no remedy of its own, the
 * first fix step as remedy. Unchanged where nothing is known of the code.
 */
export const withExplanation = (error: AppError): AppError => {
  const explanation = explainAppError(error)
  if (error.hresult === undefined || !explanation?.meaning) return error
  const [firstStep] = explanation.fixSteps
  const remedy = error.remedy ?? (firstStep === undefined ? undefined : `${firstStep.replace(/\.$/, '')}.`)
  const message = spelledOut(error.message, explanation.meaning, formatCode(error.hresult))
  return { ...error, message, ...(remedy === undefined ? {} : { remedy }) }
}
