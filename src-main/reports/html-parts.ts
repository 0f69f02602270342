import { inPieces, type Breathe } from './in-pieces.ts'
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

/** A time to the minute; nothing where there is none. */
export const timeText = (iso: string | null): string => (iso === null ? '' : shortTime(iso))

const filled = (lines: readonly (string | null)[]): readonly string[] =>
  lines.filter((line): line is string => line !== null && line.trim() !== '')

/** A cell with a text, and smaller lines under it. */
export const cell = (text: string | null, ...under: readonly (string | null)[]): string =>
  `<td>${escapeHtml(text ?? '')}${small(under)}</td>`

/** The cell that names a row. */
export const rowHead = (name: string, ...under: readonly (string | null)[]): string =>
  `<th scope="row">${escapeHtml(name)}${small(under)}</th>`

/** Smaller lines; empty ones are left out. */
export const small = (lines: readonly (string | null)[]): string =>
  filled(lines)
    .map((line) => `<span class="soft line">${escapeHtml(line)}</span>`)
    .join('')

/** A column: its heading, and its part of the table's width in percent. */
export interface Column {
  readonly heading: string
  readonly width: number
}

/** A section with one table, whose headings stand again on each page that is printed. */
export const tableSection = async <T>(
  heading: string,
  intro: string,
  columns: readonly Column[],
  rows: readonly T[],
  write: (row: T) => string,
  breathe: Breathe,
): Promise<readonly string[]> => [
  `<section><div class="opening"><h2>${escapeHtml(heading)}</h2><p class="soft">${escapeHtml(intro)}</p></div>`,
  ...(rows.length === 0
    ? []
    : [
        `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(heading)}"><table class="wide"><colgroup>${columns.map(({ width }) => `<col style="width:${width}%">`).join('')}</colgroup><thead><tr>${columns.map((column) => `<th scope="col">${escapeHtml(column.heading)}</th>`).join('')}</tr></thead><tbody>\n`,
        ...(await inPieces(rows.length, (from, to) => rows.slice(from, to).map(write).join(''), breathe)),
        '</tbody></table></div>',
      ]),
  '</section>\n',
]
