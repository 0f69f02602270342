import type { AppError } from '../contract/app-error.ts'
import type { LicenseSnapshot } from '../contract/models/license-snapshot.ts'
import type { ScanResult } from '../contract/models/scan.ts'
import { targetLabel } from '../contract/models/target.ts'
import { toLicenseSnapshot } from '../licensing/license-snapshot.ts'
import { scanFacts } from '../licensing/scan-facts.ts'
import { failureOutcome } from '../licensing/scan-failure.ts'
import { licensingOutcome } from '../licensing/scan-outcome.ts'
import { optionalColumns, snapshotQueries } from '../licensing/snapshot-queries.ts'
import { versionNumber } from '../licensing/windows-names.ts'
import { connectingAccount } from '../targets/account-findings.ts'
import { failureValue } from '../targets/failure-value.ts'
import { text, type CimObject } from '../wmi/cim-values.ts'
import type { ReadingAnswer, ScanSubject } from './scan-parts.ts'

/** What is asked of every computer: system, names, licensing service, products with a key. */
export const scanQuestions: readonly (readonly string[])[] = [
  [snapshotQueries.operatingSystem],
  [snapshotQueries.computerSystem],
  snapshotQueries.service,
  snapshotQueries.products,
]

/** Windows 7 / Server 2008 R2: the oldest whose licensing classes are those of slmgr.md 7. */
const oldest = 601

const tooOld: AppError = {
  code: 'unsupported-version',
  message: 'The Windows version is older than Windows 7.',
  retryable: false,
}

const failed = (
  { id, target }: ScanSubject,
  at: Date,
  probe: ReadingAnswer['probe'],
  error: AppError | null,
): ScanResult => {
  const host = targetLabel(target)
  const isLocalAccount =
    connectingAccount({ target, host: target.place === 'this-computer' ? null : target.host }).kind === 'local'
  return { id, at: at.toISOString(), ...failureOutcome({ host, probe, error, isLocalAccount }), read: null }
}

const snapshotOf = (answers: readonly { at: number; rows: readonly CimObject[] }[], at: Date): LicenseSnapshot => {
  const [system, names, service, products] = answers
  const columns: readonly string[] = optionalColumns.SoftwareLicensingProduct[products?.at ?? 0] ?? []
  return toLicenseSnapshot({
    operatingSystem: system?.rows[0] ?? {},
    computerSystem: names?.rows[0] ?? {},
    service: service?.rows[0] ?? {},
    products: products?.rows ?? [],
    readAt: at,
    mayBeIncomplete: false,
    dnsSuffixes: null,
    productAbilities: {
      activationType: columns.includes('VLActivationTypeEnabled'),
      productRearm: columns.includes('RemainingSkuReArmCount'),
    },
  })
}

/** What an answer to `scanQuestions` means for a computer. Pure. */
export const resultOf = (subject: ScanSubject, { probe, error, answers }: ReadingAnswer, at: Date): ScanResult => {
  const read = answers.flatMap((answer) => (answer.ok ? [answer] : []))
  const system = answers[0]?.ok === true ? answers[0].rows[0] : undefined
  if (system && versionNumber(text(system, 'Version')) < oldest) return failed(subject, at, probe, tooOld)
  const broken = error ?? answers.find((answer) => !answer.ok)?.error ?? null
  if (broken !== null || read.length < scanQuestions.length) return failed(subject, at, probe, broken)
  const snapshot = snapshotOf(read, at)
  return { id: subject.id, at: at.toISOString(), ...licensingOutcome(snapshot), read: scanFacts(snapshot) }
}

/** What a reading that ended with an error means for a computer. Pure. */
export const resultOfFailure = (subject: ScanSubject, thrown: unknown, at: Date): ScanResult =>
  failed(subject, at, null, failureValue(thrown, targetLabel(subject.target)))
