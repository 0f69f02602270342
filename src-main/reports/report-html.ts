import { changesSection, computersSections } from './html-computers.ts'
import { escapeHtml, timeText } from './html-parts.ts'
import { plansSection } from './html-plans.ts'
import { summarySection } from './html-summary.ts'
import type { Breathe } from './in-pieces.ts'
import type { Report, ReportHead } from './report-model.ts'
import { reportStyle } from './report-style.ts'
import { shortTime } from './report-time.ts'

const scans = ({ scannedFrom, scannedTo }: ReportHead): string => {
  const [from, to] = [timeText(scannedFrom), timeText(scannedTo)]
  if (from === '') return 'No computer was scanned yet'
  return from === to ? from : `${from} to ${to}`
}

const headSection = (head: ReportHead): string => {
  const facts: readonly (readonly [string, string])[] = [
    ['Where', head.place],
    ['Computers', `${head.scope}: ${head.computerCount}`],
    ['Scanned', scans(head)],
    ['Made at', `${shortTime(head.madeAt)} (UTC${head.madeAt.slice(19)})`],
    ['Made by', head.madeBy],
    ['Made with', `Activation Field Kit ${head.appVersion} on ${head.madeOn}`],
  ]
  return `<header><h1>Windows activation report</h1><dl class="made">${facts
    .map(([name, value]) => `<div><dt>${name}</dt><dd>${escapeHtml(value)}</dd></div>`)
    .join(
      '',
    )}</dl><p class="soft">Times are those of ${escapeHtml(head.madeOn)}. Of product keys the last five characters are shown.</p></header>\n`
}

/** What stands at the foot of every printed page, and on a browser's tab. */
const titleOf = ({ place, madeAt, madeBy }: ReportHead): string =>
  `Windows activation report, ${place}, made at ${shortTime(madeAt)} by ${madeBy}`

/**
 * A report as one HTML page that needs nothing but itself: no script, no font, no picture. It prints on A4 across, with the
 * headings of a table on each page.
 */
export const reportHtml = async (report: Report, breathe: Breathe): Promise<string> => {
  const { head, summary, computers, changes, plans } = report
  return [
    `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${escapeHtml(titleOf(head))}</title><style>${reportStyle}</style></head><body>\n`,
    headSection(head),
    '<main>',
    summary === null ? '' : summarySection(summary),
    ...(changes === null ? [] : await changesSection(changes, breathe)),
    ...(computers === null ? [] : await computersSections(computers, head.madeAt, breathe)),
    ...(plans === null ? [] : await plansSection(plans, breathe)),
    '</main></body></html>\n',
  ].join('')
}
