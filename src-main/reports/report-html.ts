import { inPieces, type Breathe } from './in-pieces.ts'
import type {
  Report,
  ReportChange,
  ReportComputer,
  ReportCount,
  ReportHead,
  ReportPlan,
  ReportSummary,
} from './report-model.ts'
import { reportStyle } from './report-style.ts'
import { shortTime } from './report-time.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A text as it may stand between tags and in quoted attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)

const cell = (text: string | null): string => `<td>${escapeHtml(text ?? '')}</td>`
const time = (iso: string | null): string => (iso === null ? '' : shortTime(iso))
const rowHead = (name: string, under: readonly (string | null)[]): string =>
  `<th scope="row">${escapeHtml(name)}${under
    .filter((line): line is string => line !== null && line !== '')
    .map((line) => `<br><span class="soft">${escapeHtml(line)}</span>`)
    .join('')}</th>`

const tones: ReadonlyMap<string, string> = new Map([
  ['licensed', 'good'],
  ['kms-host', 'good'],
  ['grace', 'warn'],
  ['never-scanned', 'warn'],
  ['stopped', 'warn'],
])

const computerRow = (row: ReportComputer): string => {
  const kms = row.isKmsHost ? `KMS host${row.kmsCount === null ? '' : `, counts ${row.kmsCount}`}` : row.kmsHost
  const licence = [row.channel, row.keyLastFive === null ? null : `key …${row.keyLastFive}`].filter(Boolean).join(', ')
  return `<tr>${rowHead(row.name, [row.group, row.tags.join('; '), row.note])}<td>${escapeHtml(row.windows ?? '')}</td><td><span class="state ${tones.get(row.outcome) ?? 'bad'}">${escapeHtml(row.state)}</span><br>${escapeHtml(row.details)}${row.resultCode === null ? '' : ` <span class="soft">${row.resultCode}</span>`}</td>${cell(row.whatToDo)}<td>${escapeHtml(licence)}${row.expiresAt === null ? '' : `<br><span class="soft">until ${time(row.expiresAt)}</span>`}</td>${cell(kms)}${cell(time(row.lastScanAt))}</tr>\n`
}

const changeRow = (row: ReportChange): string =>
  `<tr>${rowHead(row.name, [row.group])}${cell(row.before)}<td><span class="state">${escapeHtml(row.now)}</span><br>${escapeHtml(row.details)}</td>${cell(row.whatToDo)}${cell(time(row.lastScanAt))}</tr>\n`

const targetsShown = 12
const targetText = (targets: readonly string[]): string =>
  targets.length <= targetsShown
    ? targets.join(', ')
    : `${targets.slice(0, targetsShown).join(', ')} and ${targets.length - targetsShown} more`

const planRow = (row: ReportPlan): string => {
  const steps = [
    `${row.done} done`,
    ...(row.failed > 0 ? [`${row.failed} failed`] : []),
    ...(row.unknown > 0 ? [`${row.unknown} not known`] : []),
  ].join(', ')
  return `<tr>${rowHead(row.title, [])}${cell(targetText(row.targets))}${cell(row.by.join(', '))}${cell(time(row.startedAt))}${cell(time(row.endedAt))}${cell(steps)}${cell(row.result)}</tr>\n`
}

const tableSection = async <T>(
  heading: string,
  intro: string,
  headings: readonly string[],
  rows: readonly T[],
  write: (row: T) => string,
  breathe: Breathe,
): Promise<readonly string[]> => [
  `<section><h2>${escapeHtml(heading)}</h2><p class="soft">${escapeHtml(intro)}</p>`,
  ...(rows.length === 0
    ? []
    : [
        `<div class="scroll"><table><thead><tr>${headings.map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead><tbody>\n`,
        ...(await inPieces(rows.length, (from, to) => rows.slice(from, to).map(write).join(''), breathe)),
        '</tbody></table></div>',
      ]),
  '</section>\n',
]

const countSection = (heading: string, counts: readonly ReportCount[]): string => {
  const most = Math.max(1, ...counts.map(({ count }) => count))
  const rows = counts.map(
    ({ name, count }) =>
      `<tr><th scope="row">${escapeHtml(name)}</th><td class="figure">${count}</td><td class="bar"><span style="width:${Math.round((count / most) * 100)}%"></span></td></tr>`,
  )
  return counts.length === 0
    ? ''
    : `<section><h3>${heading}</h3><table><thead hidden><tr><th scope="col">Value</th><th scope="col">Computers</th><th scope="col">Bar</th></tr></thead><tbody>${rows.join('')}</tbody></table></section>`
}

const summarySection = ({ byOutcome, byWindows, byChannel, byKmsHost }: ReportSummary): string =>
  `<section><h2>Summary</h2><div class="counts">${countSection('State', byOutcome)}${countSection('Windows', byWindows)}${countSection('Channel', byChannel)}${countSection('KMS host of the KMS clients', byKmsHost)}</div></section>\n`

const scans = ({ scannedFrom, scannedTo }: ReportHead): string =>
  scannedFrom === null || scannedTo === null
    ? 'No computer was scanned yet'
    : `${time(scannedFrom)} to ${time(scannedTo)}`

const headSection = (head: ReportHead): string => {
  const facts: readonly (readonly [string, string])[] = [
    ['Made at', `${shortTime(head.madeAt)} (UTC${head.madeAt.slice(19)})`],
    ['Made by', head.madeBy],
    ['Made on', `${head.madeOn}, Activation Field Kit ${head.appVersion}`],
    ['Where', head.place],
    ['Computers', `${head.scope}: ${head.computers}`],
    ['Scanned', scans(head)],
  ]
  return `<header><h1>Windows activation report</h1><p class="soft">Times are those of ${escapeHtml(head.madeOn)}. Keys stand here by their last five characters.</p><dl class="made">${facts
    .map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`)
    .join('')}</dl></header>\n`
}

const counted = (count: number, what: string): string => (count === 1 ? `One ${what}.` : `${count} ${what}s.`)

/**
 * A report as one HTML page that needs nothing but itself: no script, no font, no picture. It prints on A4 across, with the
 * headings of a table on each page.
 */
export const reportHtml = async (report: Report, breathe: Breathe): Promise<string> => {
  const { head, summary, computers, changes, plans } = report
  return [
    `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>Windows activation report, ${shortTime(head.madeAt)}</title><style>${reportStyle}</style></head><body>\n`,
    headSection(head),
    '<main>',
    summary === null ? '' : summarySection(summary),
    ...(changes === null
      ? []
      : await tableSection(
          'Changes since the scan before',
          changes.length === 0
            ? 'Nothing changed since the scan before the last one.'
            : counted(changes.length, 'change'),
          ['Computer', 'Before', 'Now', 'What to do', 'Last scan'],
          changes,
          changeRow,
          breathe,
        )),
    ...(computers === null
      ? []
      : await tableSection(
          'Computers',
          counted(computers.length, 'computer'),
          ['Computer', 'Windows', 'State', 'What to do', 'Licence', 'KMS', 'Last scan'],
          computers,
          computerRow,
          breathe,
        )),
    ...(plans === null
      ? []
      : await tableSection(
          'Plans run',
          plans.length === 0 ? 'No plan was run here with this app.' : counted(plans.length, 'plan'),
          ['Plan', 'Computers', 'By', 'Began', 'Ended', 'Steps', 'Result'],
          plans,
          planRow,
          breathe,
        )),
    '</main></body></html>\n',
  ].join('')
}
