import type { ExplainedCode } from '../../src-main/contract/models/error-lookup.ts'
import { errorLookup as words, originNames } from '../strings/error-lookup.ts'

const section = (title: string, lines: readonly string[], mark: (index: number) => string): readonly string[] =>
  lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line, index) => `${mark(index)} ${line}`)]

/** An explained code as plain text for a ticket. */
export const explanationAsText = (code: ExplainedCode): string => {
  const { meaning } = code
  return [
    `${code.code}${code.symbol === null ? '' : ` (${code.symbol})`}`,
    meaning ?? `${words.unknown} ${code.originSentence}`,
    ...section(words.causes, code.causes, () => '-'),
    ...section(meaning === null ? words.generalSteps : words.steps, code.steps, (index) => `${index + 1}.`),
    '',
    `${words.kind}: ${originNames[code.origin]}`,
    ...(code.source === null ? [] : [`${words.source}: ${code.source}`]),
    ...(code.uncertain ? [words.uncertain] : []),
  ].join('\n')
}
