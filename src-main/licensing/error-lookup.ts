import type { ErrorLookup, ExplainedCode } from '../contract/models/error-lookup.ts'
import { originOfCode } from './code-origin.ts'
import { findCodes, type FoundCode } from './code-search.ts'
import { explainCode } from './error-explanations.ts'
import { formatCode } from './result-code.ts'

/** So many codes of one text are explained; a longer list would not be read. */
const mostCodes = 50

const explained = ({ value, written, times }: FoundCode): ExplainedCode => {
  const { origin, sentence, steps } = originOfCode(value)
  const known = explainCode(value ?? written)
  return {
    code: value === null ? written : formatCode(value),
    value,
    foundAs: written,
    times,
    origin,
    originSentence: sentence,
    symbol: known?.symbol ?? null,
    meaning: known?.meaning ?? null,
    causes: [...(known?.likelyCauses ?? [])],
    steps: [...(known?.meaning ? known.fixSteps : steps)],
    appliesTo: [...(known?.appliesTo ?? [])],
    uncertain: known?.uncertain ?? false,
    source: known?.source ?? null,
  }
}

/** Finds the codes in a text and tells what is known of each, offline. Never throws; a text without codes gives an empty list. */
export const lookUpErrors = (text: string): ErrorLookup => {
  const found = findCodes(text)
  return { codes: found.slice(0, mostCodes).map(explained), more: Math.max(0, found.length - mostCodes) }
}
