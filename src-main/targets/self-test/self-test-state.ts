import type { ActionContext } from '../../actions/action.ts'
import type { Finding } from '../../contract/models/finding.ts'
import type { LicenseSnapshot } from '../../contract/models/license-snapshot.ts'
import type { PortProbe } from '../../contract/models/kms-host-report.ts'
import type { SelfTestReport, SelfTestStepId } from '../../contract/models/self-test-report.ts'

/** The parts of a report that steps fill. */
export type ReportParts = Pick<
  SelfTestReport,
  'system' | 'clock' | 'licensing' | 'services' | 'registry' | 'firewall' | 'events' | 'dns' | 'kmsProbes'
>

/** What earlier steps learned and later ones need. */
export interface Learned {
  readonly probe: PortProbe | null
  readonly snapshot: LicenseSnapshot | null
}

/** What a step found out, and what it adds to the report and to what later steps know. */
export interface StepOutcome {
  readonly finding: Finding
  readonly more?: readonly Finding[]
  readonly parts?: Partial<ReportParts>
  readonly learned?: Partial<Learned>
}

/** One step: reads only. What it throws is told as a problem of the step. */
export type StepWork = (context: ActionContext, learned: Learned, parts: ReportParts) => Promise<StepOutcome>

/** A report with nothing in it. */
export const emptyParts: ReportParts = {
  system: null,
  clock: null,
  licensing: null,
  services: [],
  registry: [],
  firewall: [],
  events: [],
  dns: [],
  kmsProbes: [],
}

/** A finding of a step. */
export const finding = (
  check: SelfTestStepId,
  level: Finding['level'],
  message: string,
  more: { readonly remedy?: string; readonly hresult?: number; readonly detail?: string } = {},
): Finding => ({ check, level, message, ...more })
