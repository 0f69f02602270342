import type { Catalogue } from '../actions/bound-action.ts'
import type { AppError, ErrorCode } from '../contract/app-error.ts'
import type { Finding } from '../contract/models/finding.ts'
import type { TargetRef } from '../contract/models/target.ts'
import { redactSecrets } from '../licensing/redaction.ts'
import type { Clock } from '../plans/clock.ts'
import { bindSteps } from '../plans/plan-parts.ts'
import { journalLine, redactError, type LedgerLine } from '../plans/plan-ledger.ts'
import { planSteps } from '../plans/planners/plan-steps.ts'
import { precheck } from '../plans/precheck.ts'
import { freeze } from '../plans/proposal.ts'
import { explainFailure } from '../plans/step-failure.ts'
import { runStep } from '../plans/step-runner.ts'
import type { SecretVault } from '../store/secret-vault.ts'
import type { NewJournalEntry } from '../store/stored-plan.ts'
import { wmiErrorCode } from '../wmi/wmi-error.ts'
import type { Site } from '../wmi/wmi-session.ts'
import { resultLines } from './result-lines.ts'
import type { OptionStep } from './slmgr-option.ts'

/** What performing one step needs. */
export interface PerformParts {
  readonly catalogue: Catalogue
  readonly site: Site
  readonly vault: SecretVault
  readonly clock: Clock
  readonly elevated: boolean | null
  readonly computerName: string
  /** For the journal line. */
  readonly who: string
}

/** What became of a step, and the line that the journal would hold of it. Nothing in it is secret. */
export type Performed =
  | {
      readonly outcome: 'done'
      readonly findings: readonly Finding[]
      /** What was read, and what was done, in lines. */
      readonly lines: readonly string[]
      readonly journal: NewJournalEntry
    }
  | {
      readonly outcome: 'failed'
      readonly findings: readonly Finding[]
      readonly error: AppError
      readonly journal: NewJournalEntry
    }

/** The plan would be shown at once and not later. */
const lifetime = 60_000

const codeOf = ({ check, hresult }: Finding): ErrorCode => {
  if (check === 'needs-version') return 'unsupported-version'
  if (check === 'needs-elevation') return 'needs-elevation'
  return hresult === undefined ? 'invalid-input' : wmiErrorCode(hresult)
}

const errorOf = (finding: Finding, target: string): AppError => {
  const { message, remedy, hresult, field, detail } = finding
  return {
    code: codeOf(finding),
    message,
    ...(remedy === undefined ? {} : { remedy }),
    ...(hresult === undefined ? {} : { hresult }),
    ...(field === undefined ? {} : { field }),
    ...(detail === undefined ? {} : { detail }),
    target,
    retryable: false,
  }
}

/**
 * Performs one step of the catalogue as a plan would: frozen, prechecked, run with a deadline, and told in the journal's
 * words. A problem that the precheck finds stops it before anything is changed. Throws AppFailure `invalid-input` where the
 * step does not exist or its parameters have another shape.
 */
export const performStep = async (parts: PerformParts, target: TargetRef, step: OptionStep): Promise<Performed> => {
  const { catalogue, vault, clock, computerName, site } = parts
  const steps = [{ kind: step.kind, params: step.params }]
  const title = bindSteps(catalogue, steps)[0]?.title ?? step.kind
  const secrets = (step.secrets ?? []).map(({ name, kind, label, value }) => ({
    name,
    label,
    ref: vault.put(kind, value).ref,
  }))
  const draft = planSteps({ title, target, steps, secrets })
  const proposal = freeze(draft, { catalogue, vault, now: clock.now(), lifetime, computerName })
  const { frozen, actions } = proposal
  const redact = (text: string): string => redactSecrets(text, vault.values())
  const journal = (line: Omit<LedgerLine, 'step'>): NewJournalEntry =>
    journalLine({ frozen, actions, now: () => clock.now(), who: parts.who, redact }, { ...line, step: 0 })
  const sites = { shared: () => site, exclusive: async () => ({ site, kill: () => {}, release: () => {} }) }
  const common = { sites, vault, clock, elevated: parts.elevated, target, secrets: proposal.secrets, rewrite: true }

  const findings = (await precheck(common, target, proposal.secrets, actions)).map((finding) => ({
    ...finding,
    message: redact(finding.message),
  }))
  const problem = findings.find(({ level }) => level === 'problem')
  const failed = (error: AppError, outcome: string | null): Performed => {
    const masked = redactError(error, redact)
    return { outcome: 'failed', findings, error: masked, journal: journal({ event: 'failed', error: masked, outcome }) }
  }
  if (problem) return failed(errorOf(problem, frozen.targetName), 'Nothing was begun.')
  const [action] = actions
  if (!action) throw new Error('A frozen plan has a step.')
  try {
    const attempt = { evidence: { known: false }, begin: async () => {} } as const
    const { result, outcome } = await runStep({ ...common, note: () => {} }, 0, action, attempt)
    const entry = journal({ event: 'done', outcome })
    return {
      outcome: 'done',
      findings,
      lines: [...resultLines(result), entry.outcome ?? '', ...(step.afterwards ? [step.afterwards] : [])],
      journal: entry,
    }
  } catch (thrown) {
    return failed(explainFailure(thrown, frozen.targetName), null)
  }
}
