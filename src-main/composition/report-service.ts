import { setImmediate } from 'node:timers/promises'
import { AppFailure } from '../contract/app-error.ts'
import type { EstatePlace } from '../contract/models/estate.ts'
import type { ReportFormat, ReportPart, ReportQuestion } from '../contract/models/report.ts'
import type { ReportService } from '../handlers/deployment-service.ts'
import type { FileService, FileToSave } from '../handlers/service-interfaces.ts'
import type { Clock } from '../plans/clock.ts'
import { createSummary, reportChange, reportComputer } from '../reports/report-computers.ts'
import { listSeparator, reportCsv } from '../reports/report-csv.ts'
import { reportHtml } from '../reports/report-html.ts'
import { reportJson } from '../reports/report-json.ts'
import { reportFormat, type Report, type ReportChange, type ReportComputer } from '../reports/report-model.ts'
import { localIso, localIsoOf } from '../reports/report-time.ts'
import type { EstateRegister } from './estate-register.ts'
import { readRunPlans, type PlanSources } from './report-plans.ts'
import { walkEstate } from './walk-estate.ts'

/** What reports are made of. */
export interface ReportServiceParts extends PlanSources {
  readonly register: Pick<EstateRegister, 'rows' | 'rowsOf'>
  readonly files: FileService
  /** Makes a PDF file of a page. Throws AppFailure `internal`, `cancelled`. */
  readonly printPdf: (html: string, signal: AbortSignal) => Promise<Uint8Array>
  readonly clock: Pick<Clock, 'now'>
  readonly who: string
  readonly computerName: string
  readonly version: string
}

const kinds: Readonly<Record<ReportFormat, FileToSave['kind']>> = { csv: 'csv', json: 'json', html: 'html', pdf: 'pdf' }

const breathe = async (): Promise<void> => {
  await setImmediate()
}

const placeName = (place: EstatePlace): string =>
  place.place === 'network' ? 'The network' : `The Lab (practice), scenario ${place.scenario}`

const cancelled = (): AppFailure =>
  new AppFailure({ code: 'cancelled', message: 'The report was given up before it was ready.', retryable: true })

const oneTable = (): AppFailure =>
  new AppFailure({
    code: 'invalid-input',
    field: 'parts',
    message: 'A CSV file holds one table.',
    remedy: 'Choose one part, or another format.',
    retryable: false,
  })

/** `activation-report-2026-11-22-1403.pdf`; a CSV file names its table. */
const fileName = (madeAt: string, format: ReportFormat, [part]: readonly ReportPart[]): string =>
  `activation-report-${format === 'csv' ? `${part ?? ''}-` : ''}${madeAt.slice(0, 16).replace('T', '-').replace(':', '')}.${format}`

/** Makes reports of estates and of the journal, and keeps them where the person says. */
export const createReportService = (parts: ReportServiceParts): ReportService => {
  const { register, mask } = parts

  const make = async ({ place, scope, parts: wanted }: ReportQuestion, signal: AbortSignal): Promise<Report> => {
    const madeAt = localIso(parts.clock.now())
    const summary = createSummary(madeAt)
    const hosts = new Set<string>()
    const computers: ReportComputer[] = []
    const changes: ReportChange[] = []
    let count = 0
    let from: string | null = null
    let to: string | null = null
    await walkEstate(register, place, scope.which === 'all' ? null : scope.ids, signal, (rows) => {
      for (const row of rows) {
        count += 1
        if (scope.which === 'computers') hosts.add(row.host.toLowerCase()).add(row.name.toLowerCase())
        if (row.lastScanAt !== null) {
          if (from === null || row.lastScanAt < from) from = row.lastScanAt
          if (to === null || row.lastScanAt > to) to = row.lastScanAt
        }
        summary.add(row)
        if (wanted.includes('computers')) computers.push(reportComputer(row, mask))
        const change = wanted.includes('changes') ? reportChange(row, mask) : null
        if (change !== null) changes.push(change)
      }
    })
    return {
      head: {
        format: reportFormat.name,
        version: reportFormat.version,
        madeAt,
        madeBy: parts.who,
        madeOn: parts.computerName,
        appVersion: parts.version,
        place: placeName(place),
        scope: scope.which === 'all' ? 'All computers' : mask(scope.label),
        computerCount: count,
        scannedFrom: from === null ? null : localIsoOf(from),
        scannedTo: to === null ? null : localIsoOf(to),
        parts: wanted,
      },
      summary: wanted.includes('summary') ? summary.finish() : null,
      computers: wanted.includes('computers') ? computers : null,
      changes: wanted.includes('changes') ? changes : null,
      plans: wanted.includes('plans')
        ? await readRunPlans(parts, place, scope.which === 'all' ? null : hosts, signal)
        : null,
    }
  }

  const write = async (report: Report, format: ReportFormat, signal: AbortSignal): Promise<Uint8Array> => {
    switch (format) {
      case 'csv': {
        const [part] = report.head.parts
        if (part === undefined || report.head.parts.length !== 1) throw oneTable()
        return Buffer.from(await reportCsv(report, part, listSeparator(), breathe))
      }
      case 'json':
        return Buffer.from(await reportJson(report, breathe))
      case 'html':
        return Buffer.from(await reportHtml(report, breathe))
      case 'pdf':
        return parts.printPdf(await reportHtml(report, breathe), signal)
    }
  }

  return {
    save: async (question, signal) => {
      const wanted = [...new Set(question.parts)]
      if (question.format === 'csv' && wanted.length !== 1) throw oneTable()
      const report = await make({ ...question, parts: wanted }, signal)
      const bytes = await write(report, question.format, signal)
      // Whoever gave it up meanwhile is asked for no file name.
      if (signal.aborted) throw cancelled()
      const suggestedName = fileName(report.head.madeAt, question.format, wanted)
      const saved = await parts.files.save({ suggestedName, kind: kinds[question.format], bytes })
      return { saved, computers: report.head.computerCount }
    },
  }
}
