import type { ScanOutcome } from '../contract/models/estate.ts'
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
  readonly computerCount: number
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

/** Days within which an end counts as near. */
export const soonDays = 30

/** Whether an end is past or near at the time of the report. */
export const isSoon = (expiresAt: string | null, madeAt: string): boolean =>
  expiresAt !== null && Date.parse(expiresAt) - Date.parse(madeAt) < soonDays * 86_400_000

/** What a report begins with. `activated`, `toDo` and `notRead` make up `computers`. */
export interface ReportFigures {
  readonly computers: number
  /** KMS hosts included. */
  readonly activated: number
  /** Not activated, in a grace period, or without a product key. */
  readonly toDo: number
  /** Never scanned, or the last scan could not read them. */
  readonly notRead: number
  /** Whose activation or grace ends within 30 days or has ended. */
  readonly endingSoon: number
  readonly kmsHosts: number
}

export interface ReportSummary {
  readonly figures: ReportFigures
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
  readonly outcome: ScanOutcome
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
  /** The outcome's stable name now. */
  readonly outcome: ScanOutcome
  readonly before: string
  readonly now: string
  readonly details: string
  readonly whatToDo: string | null
  readonly lastScanAt: string | null
}

/** How many steps of a plan, or computers of a batch, came to what. `left`: had no turn, or are not done yet. */
export interface ReportTurns {
  readonly of: 'steps' | 'computers'
  readonly total: number
  readonly done: number
  readonly failed: number
  readonly skipped: number
  readonly unknown: number
  readonly left: number
}

/** A computer of a batch with which something is wrong. */
export interface ReportTrouble {
  readonly name: string
  readonly message: string
}

/** A plan or a batch that was run, from the journal. */
export interface ReportPlan {
  readonly kind: 'plan' | 'batch'
  readonly title: string
  /** The plan's computer; of a batch, how many. */
  readonly targets: readonly string[]
  /** What its steps do, in their order. */
  readonly steps: readonly string[]
  /** Who ran it, DOMAIN\user. */
  readonly by: readonly string[]
  readonly startedAt: string
  readonly endedAt: string
  readonly turns: ReportTurns
  /** What it came to. */
  readonly result: string
  /** The first twenty computers of a batch that failed, were skipped or are not known, and how many more there are. */
  readonly troubles: readonly ReportTrouble[]
  readonly moreTroubles: number
}

/** A whole report. Parts that were not asked for are null. */
export interface Report {
  readonly head: ReportHead
  readonly summary: ReportSummary | null
  readonly computers: readonly ReportComputer[] | null
  readonly changes: readonly ReportChange[] | null
  readonly plans: readonly ReportPlan[] | null
}
