import { redactSecrets } from './redaction.ts'

const longest = 60

/** What someone typed, for a sentence: in quotation marks, secrets masked, cut after 60 characters. */
export const quoteInput = (typed: string): string => {
  const text = redactSecrets(typed)
  return `"${text.length > longest ? `${text.slice(0, longest)}…` : text}"`
}
