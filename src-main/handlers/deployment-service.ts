import type {
  CalendarQuestion,
  CalendarRows,
  CalendarRowsQuestion,
  EstateCalendar,
} from '../contract/models/estate-calendar.ts'
import type { EstateMap, MapQuestion } from '../contract/models/estate-map.ts'
import type { ReportQuestion, ReportSaved } from '../contract/models/report.ts'

/** What an estate looks like as a whole; reads only. Throws AppFailure `journal-unavailable`, `cancelled`. */
export interface DeploymentService {
  /** Asks DNS; where that fails, the map says so. Throws AppFailure `invalid-input` (field `domains`, `servers`) as well. */
  map(question: MapQuestion, signal: AbortSignal): Promise<EstateMap>
  calendar(question: CalendarQuestion, signal: AbortSignal): Promise<EstateCalendar>
  calendarRows(question: CalendarRowsQuestion, signal: AbortSignal): Promise<CalendarRows>
}

/** Reports for handing over. */
export interface ReportService {
  /**
   * Makes a report and keeps it where the person wants it. Throws AppFailure `invalid-input` (field `parts`) where a CSV file
   * is to hold more than one table, otherwise as FileService and `journal-unavailable`, `cancelled`.
   */
  save(question: ReportQuestion, signal: AbortSignal): Promise<ReportSaved>
}
