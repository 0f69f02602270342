import type { Breathe } from './in-pieces.ts'
import { cell, escapeHtml, rowHead, small, tableSection, timeText } from './html-parts.ts'
import { outcomeSides, toneOf } from './outcome-names.ts'
import { isSoon, type ReportChange, type ReportComputer } from './report-model.ts'
import { counted, windowsText } from './report-words.ts'

const people = ({ group, tags, note }: ReportComputer): readonly (string | null)[] => [
  [group, tags.join(', ')].filter(Boolean).join(' · '),
  note,
]

const state = (outcome: ReportComputer['outcome'], text: string): string =>
  `<span class="state ${toneOf(outcome)}">${escapeHtml(text)}</span>`

const licence = ({ channel, keyLastFive }: ReportComputer): string =>
  [channel, keyLastFive === null ? null : `key …${keyLastFive}`].filter(Boolean).join(', ')

const kms = ({ isKmsHost, kmsCount, kmsHost }: ReportComputer): string =>
  isKmsHost ? `KMS host${kmsCount === null ? '' : `, counts ${kmsCount}`}` : (kmsHost ?? '')

const openRow = (row: ReportComputer): string =>
  `<tr>${rowHead(row.name, ...people(row))}<td>${state(row.outcome, row.state)}${small([row.resultCode])}</td>${cell(row.details)}${cell(row.whatToDo)}<td>${escapeHtml(windowsText(row.windows))}${small([licence(row), row.expiresAt === null ? null : `ends ${timeText(row.expiresAt)}`])}</td>${cell(timeText(row.lastScanAt))}</tr>\n`

const doneRow =
  (madeAt: string) =>
  (row: ReportComputer): string => {
    const end = row.expiresAt === null ? 'Does not end' : timeText(row.expiresAt)
    return `<tr>${rowHead(row.name, ...people(row))}${cell(windowsText(row.windows))}${cell(licence(row))}<td>${isSoon(row.expiresAt, madeAt) ? `<span class="state warn">${end}</span>` : end}</td><td>${escapeHtml(kms(row))}</td>${cell(timeText(row.lastScanAt))}</tr>\n`
  }

/** The computers in two tables: those that somebody has to look after, with what to do, and the activated ones. */
export const computersSections = async (
  computers: readonly ReportComputer[],
  madeAt: string,
  breathe: Breathe,
): Promise<readonly string[]> => {
  const open = computers.filter(({ outcome }) => outcomeSides[outcome] !== 'activated')
  const done = computers.filter(({ outcome }) => outcomeSides[outcome] === 'activated')
  return [
    ...(await tableSection(
      'Computers with something to do',
      open.length === 0 ? 'None: every computer is activated.' : `${counted(open.length, 'computer')}.`,
      [
        { heading: 'Computer', width: 20 },
        { heading: 'State', width: 13 },
        { heading: 'What was found', width: 22 },
        { heading: 'What to do', width: 21 },
        { heading: 'Windows and licence', width: 14 },
        { heading: 'Last scan', width: 10 },
      ],
      open,
      openRow,
      breathe,
    )),
    ...(await tableSection(
      'Activated computers',
      done.length === 0 ? 'None.' : `${counted(done.length, 'computer')}.`,
      [
        { heading: 'Computer', width: 25 },
        { heading: 'Windows', width: 18 },
        { heading: 'Licence', width: 16 },
        { heading: 'Activated until', width: 11 },
        { heading: 'KMS', width: 20 },
        { heading: 'Last scan', width: 10 },
      ],
      done,
      doneRow(madeAt),
      breathe,
    )),
  ]
}

const changeRow = (row: ReportChange): string =>
  `<tr>${rowHead(row.name, row.group)}${cell(row.before)}<td>${state(row.outcome, row.now)}</td>${cell(row.details, row.whatToDo)}${cell(timeText(row.lastScanAt))}</tr>\n`

/** What is otherwise than at the scan before, what is worse than activated first. */
export const changesSection = (changes: readonly ReportChange[], breathe: Breathe): Promise<readonly string[]> =>
  tableSection(
    'Changes since the scan before',
    changes.length === 0
      ? 'No computer is in another state than at the scan before its last one.'
      : `${counted(changes.length, 'computer is', 'computers are')} in another state than at the scan before the last one.`,
    [
      { heading: 'Computer', width: 20 },
      { heading: 'Before', width: 14 },
      { heading: 'Now', width: 14 },
      { heading: 'What was found, and what to do', width: 42 },
      { heading: 'Last scan', width: 10 },
    ],
    changes.toSorted((left, right) => Number(isGood(left)) - Number(isGood(right))),
    changeRow,
    breathe,
  )

const isGood = ({ outcome }: ReportChange): boolean => outcomeSides[outcome] === 'activated'
