import type { Breathe } from './in-pieces.ts'
import { cell, rowHead, small, tableSection, timeText } from './html-parts.ts'
import type { ReportPlan, ReportTrouble } from './report-model.ts'
import { counted } from './report-words.ts'

const turnsText = ({ turns }: ReportPlan): string => {
  const parts = [
    [turns.done, 'done'],
    [turns.failed, 'failed'],
    [turns.skipped, 'skipped'],
    [turns.unknown, 'not known'],
    [turns.left, 'not done'],
  ] as const
  const figures = parts.filter(([count], index) => count > 0 || index === 0).map(([count, word]) => `${count} ${word}`)
  return `${turns.of === 'steps' ? 'Steps' : 'Computers'}: ${figures.join(', ')}`
}

const trouble = ({ name, message }: ReportTrouble): string => (message.includes(name) ? message : `${name}: ${message}`)

const columns = [
  { heading: 'What was done', width: 32 },
  { heading: 'Computers', width: 20 },
  { heading: 'By', width: 12 },
  { heading: 'Began', width: 10 },
  { heading: 'Ended', width: 10 },
  { heading: 'Result', width: 16 },
] as const

const troublesRow = ({ troubles, moreTroubles }: ReportPlan): string =>
  troubles.length === 0
    ? ''
    : `<tr class="long"><td colspan="${columns.length}">${small([
        ...troubles.map(trouble),
        moreTroubles > 0 ? `and ${counted(moreTroubles, 'computer')} more` : null,
      ])}</td></tr>\n`

const row = (plan: ReportPlan): string =>
  `<tr${plan.troubles.length > 0 ? ' class="joined"' : ''}>${rowHead(plan.title, ...plan.steps)}${cell(plan.targets.join(', '))}${cell(plan.by.join(', '))}${cell(timeText(plan.startedAt))}${cell(timeText(plan.endedAt))}${cell(plan.result, turnsText(plan))}</tr>\n${troublesRow(plan)}`

/** What was done with the app, by whom and when; a batch is one row. */
export const plansSection = (plans: readonly ReportPlan[], breathe: Breathe): Promise<readonly string[]> =>
  tableSection(
    'Plans and batches run',
    plans.length === 0
      ? 'Nothing was changed on these computers with this app.'
      : `${counted(plans.length, 'entry', 'entries')} of the journal of this app, the latest first.`,
    columns,
    plans,
    row,
    breathe,
  )
