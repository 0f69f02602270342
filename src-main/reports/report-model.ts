import type { ReportPart } from '../contract/models/report.ts'

/** Name of the format in a JSON report, and its version: it rises when a field changes its meaning or goes. */
export const reportFormat = { name: 'activation-field-kit-report', version: 1 } as const

/** When, where and by whom a report was made, and what it is about. Times are ISO 8601 with the offset of local time. */
export interface ReportHead {
  readonly format: typeof reportFormat.name
  readonly version: typeof reportFormat.version
  readonly madeAt: string
  /** The person at the app, DOMAIN\user. */
  readonly madeBy: string
  /** The computer that the app ran on. */
  readonly madeOn: string
  readonly appVersion: string
  /** "The network" or the Lab's scenario. */
  readonly place: string
  readonly scope: string
  readonly computers: number
  /** The oldest and the newest scan among them; null where none was scanned. */
  readonly scannedFrom: string | null
  readonly scannedTo: string | null
  readonly parts: readonly ReportPart[]
}

/** How many computers have a value. */
export interface ReportCount {
  readonly name: string
  readonly count: number
}

export interface ReportSummary {
  readonly byOutcome: readonly ReportCount[]
  readonly byWindows: readonly ReportCount[]
  readonly byChannel: readonly ReportCount[]
  readonly byKmsHost: readonly ReportCount[]
}

/** The state of one computer and what to do. No account and no secret stands in it; a key by its last five characters. */
export interface ReportComputer {
  readonly name: string
  readonly host: string
  readonly group: string | null
  readonly tags: readonly string[]
  readonly note: string | null
  readonly organisationalUnit: string | null
  readonly windows: string | null
  readonly build: number | null
  /** The outcome's stable name (`licensed`), its words, its sentence and the next step. */
  readonly outcome: string
  readonly state: string
  readonly details: string
  readonly whatToDo: string | null
  readonly channel: string | null
  readonly expiresAt: string | null
  readonly keyLastFive: string | null
  readonly kmsHost: string | null
  readonly clientMachineId: string | null
  readonly isKmsHost: boolean
  readonly kmsCount: number | null
  readonly resultCode: string | null
  readonly lastScanAt: string | null
}

/** A computer whose outcome is another than at the scan before the last one. */
export interface ReportChange {
  readonly name: string
  readonly group: string | null
  readonly before: string
  readonly now: string
  readonly details: string
  readonly whatToDo: string | null
  readonly lastScanAt: string | null
}

/** A plan that was run, from the journal. */
export interface ReportPlan {
  readonly title: string
  readonly targets: readonly string[]
  readonly by: readonly string[]
  readonly startedAt: string
  readonly endedAt: string
  readonly done: number
  readonly failed: number
  readonly unknown: number
  /** The last thing that the journal tells of it. */
  readonly result: string
}

/** A whole report. Parts that were not asked for are null. */
export interface Report {
  readonly head: ReportHead
  readonly summary: ReportSummary | null
  readonly computers: readonly ReportComputer[] | null
  readonly changes: readonly ReportChange[] | null
  readonly plans: readonly ReportPlan[] | null
}
