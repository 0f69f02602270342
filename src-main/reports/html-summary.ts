import { escapeHtml } from './html-parts.ts'
import { soonDays, type ReportCount, type ReportFigures, type ReportSummary } from './report-model.ts'

/** Lines of one list of counts; the rest is said in one. */
const mostLines = 14

const countTable = (name: string, counts: readonly ReportCount[]): string => {
  if (counts.length === 0) return ''
  const most = Math.max(1, ...counts.map(({ count }) => count))
  const rest = counts.slice(mostLines)
  const rows = counts
    .slice(0, mostLines)
    .map(
      (one) =>
        `<tr><th scope="row">${escapeHtml(one.name)}</th><td class="figure">${one.count}</td><td class="bar" aria-hidden="true"><span style="width:${Math.round((one.count / most) * 100)}%"></span></td></tr>`,
    )
  const further =
    rest.length === 0
      ? ''
      : `<tr><th scope="row">${rest.length} more</th><td class="figure">${rest.reduce((sum, { count }) => sum + count, 0)}</td><td></td></tr>`
  return `<table class="count"><caption>${escapeHtml(name)}</caption><tbody>${rows.join('')}${further}</tbody></table>`
}

const glance = (figures: ReportFigures): string => {
  const { computers, activated, toDo, notRead, kmsHosts, endingSoon } = figures
  const tiles: readonly (readonly [string, string, string])[] = [
    [`${activated} of ${computers}`, 'activated', activated === computers ? 'good' : ''],
    [String(toDo), 'not activated, or in a grace period', toDo > 0 ? 'bad' : 'good'],
    [String(notRead), 'could not be read, or not yet', notRead > 0 ? 'warn' : 'good'],
    [String(endingSoon), `end within ${soonDays} days or have ended`, endingSoon > 0 ? 'warn' : 'good'],
    [String(kmsHosts), kmsHosts === 1 ? 'KMS host' : 'KMS hosts', ''],
  ]
  return `<ul class="glance">${tiles
    .map(([figure, text, tone]) => `<li><strong class="${tone}">${figure}</strong> <span>${text}</span></li>`)
    .join('')}</ul>`
}

/** How many computers are in which state, in figures and in four lists. */
export const summarySection = ({ figures, byOutcome, byWindows, byChannel, byKmsHost }: ReportSummary): string =>
  `<section><h2>At a glance</h2>${glance(figures)}<div class="counts">${countTable('State', byOutcome)}${countTable('Windows', byWindows)}${countTable('Channel', byChannel)}${countTable('KMS host of the KMS clients', byKmsHost)}</div></section>\n`
