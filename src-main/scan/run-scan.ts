import type { ScanOptions, ScanResult } from '../contract/models/scan.ts'
import { AppFailure } from '../contract/app-error.ts'
import { isTransient } from '../licensing/scan-failure.ts'
import type { Credential } from '../wmi/wmi-session.ts'
import type { ScanParts, ScanSubject } from './scan-parts.ts'
import type { ScanProgress } from './scan-progress.ts'
import { resultOf, resultOfFailure, scanQuestions } from './scan-reading.ts'

/** One scan while it runs. */
export interface RunningScan {
  readonly options: ScanOptions
  readonly subjects: readonly ScanSubject[]
  readonly progress: ScanProgress
  readonly signal: AbortSignal
  /** A computer has its result. */
  found(result: ScanResult): void
  /** The counts have changed. */
  changed(): void
}

const passwordMissing = new AppFailure({
  code: 'secret-missing',
  message: 'The password is not in memory.',
  retryable: false,
})

const credentialOf = ({ target, passwordNeededFor }: ScanSubject, { vault }: ScanParts): Credential | undefined => {
  if (passwordNeededFor !== null) throw passwordMissing
  if (target.place === 'this-computer' || !target.credential) return undefined
  return { user: target.credential.user, password: vault.get(target.credential.password) }
}

const lookAt = async (subject: ScanSubject, scan: RunningScan, parts: ScanParts): Promise<ScanResult> => {
  try {
    const credential = credentialOf(subject, parts)
    const answer = await parts.read(
      {
        place: scan.options.place,
        host: subject.target.place === 'this-computer' ? null : subject.target.host,
        ...(credential === undefined ? {} : { credential }),
        questions: scanQuestions,
        deadline: scan.options.deadlineSeconds * 1000,
        concurrency: scan.options.concurrency,
      },
      scan.signal,
    )
    return resultOf(subject, answer, parts.now())
  } catch (thrown) {
    return resultOfFailure(subject, thrown, parts.now())
  }
}

/** A computer that waits for its next try, with what the last came to. */
interface Postponed {
  readonly subject: ScanSubject
  readonly result: ScanResult
  /** Engines that ended while they read it: mostly another computer's doing, so that its second try is still due. */
  readonly losses: number
}

/** After so many lost engines a computer is taken for the one that ends them. */
const mostLosses = 3

const lossesOf = ({ outcome }: ScanResult, before = 0): number => before + (outcome === 'engine-lost' ? 1 : 0)

/**
 * Looks at computers, so many at the same time as the options say. What a second try may mend gets one when every computer
 * had its first, and another where the engine ended in it; one that hangs holds up its own turn alone. When the signal
 * aborts, no other computer is begun, those under way have no result, and those that wait for their second try keep the
 * result of the first. Never rejects.
 */
export const runScan = async (scan: RunningScan, parts: ScanParts): Promise<void> => {
  const { subjects, progress, signal } = scan
  const fresh = subjects.values()
  const again: Postponed[] = []
  /** How many of `again` had their second try. */
  let taken = 0

  const first = async (subject: ScanSubject): Promise<void> => {
    progress.begin(subject.id)
    const result = await lookAt(subject, scan, parts)
    if (signal.aborted && result.outcome === 'stopped') {
      progress.giveUp(subject.id)
    } else if (isTransient(result.outcome)) {
      progress.postpone(subject.id)
      again.push({ subject, result, losses: lossesOf(result) })
    } else {
      progress.finish(subject.id, result.outcome)
      scan.found(result)
    }
    scan.changed()
  }
  const second = async ({ subject, result, losses }: Postponed): Promise<void> => {
    progress.begin(subject.id)
    const newer = await lookAt(subject, scan, parts)
    const lost = lossesOf(newer, losses)
    if (lost > losses && lost < mostLosses) {
      progress.postpone(subject.id)
      again.push({ subject, result: newer, losses: lost })
    } else {
      const last = signal.aborted && newer.outcome === 'stopped' ? result : newer
      progress.finish(subject.id, last.outcome)
      scan.found(last)
    }
    scan.changed()
  }
  const worker = async (): Promise<void> => {
    while (!signal.aborted) {
      const subject = fresh.next()
      if (!subject.done) {
        await first(subject.value)
        continue
      }
      const postponed = again[taken]
      if (postponed === undefined) return
      taken += 1
      await second(postponed)
    }
  }

  const { concurrency } = scan.options
  await Promise.all(Array.from({ length: concurrency + (parts.ahead?.(concurrency) ?? 0) }, worker))
  for (const { result } of again.slice(taken)) {
    progress.finish(result.id, result.outcome)
    scan.found(result)
  }
  scan.changed()
}
