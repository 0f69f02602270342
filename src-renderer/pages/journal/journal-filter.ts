import type { JournalEntry } from '../../../src-main/contract/models/journal.ts'
import { errorAsText } from '../../format/error-text.ts'
import { timeText } from '../../format/time.ts'
import { journal, journalEventNames } from '../../strings/journal.ts'

const searchable = (entry: JournalEntry): string =>
  [
    entry.title,
    entry.planTitle,
    entry.target,
    entry.equivalent,
    entry.outcome,
    entry.who,
    journalEventNames[entry.event],
    entry.error?.message,
    entry.planId,
  ]
    .join('\n')
    .toLowerCase()

/**
 * The lines in which every word of the filter occurs, in any case and any column.
 * @param planId of this plan alone, or of this batch and the plans of its computers; null for all
 */
export const filterEntries = (
  entries: readonly JournalEntry[],
  text: string,
  planId: string | null,
): readonly JournalEntry[] => {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return entries.filter((entry) => {
    if (planId !== null && entry.planId !== planId && entry.batchId !== planId) return false
    const haystack = searchable(entry)
    return words.every((word) => haystack.includes(word))
  })
}

/** One line of the journal as plain text for a ticket. */
export const entryAsText = (entry: JournalEntry): string =>
  [
    `${timeText(entry.at)} (${entry.at})`,
    `${journal.plan}: ${entry.planTitle}`,
    `${journal.what}: ${entry.title}`,
    `${journal.computer}: ${entry.target}`,
    `${journal.outcome}: ${journalEventNames[entry.event]}`,
    ...(entry.outcome === null ? [] : [`${journal.result}: ${entry.outcome}`]),
    ...(entry.equivalent === null ? [] : [`${journal.command}: ${entry.equivalent}`]),
    `${journal.who}: ${entry.who}`,
    ...(entry.error === null ? [] : [errorAsText(entry.error)]),
  ].join('\n')
