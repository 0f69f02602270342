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

/** A computer that waits for its second try, with what the first came to. */
interface Postponed {
  readonly subject: ScanSubject
  readonly result: ScanResult
}

/** Works through a queue, so many at the same time as the scan's options say; takes nothing more once it is stopped. */
const inTurns = async <T>(
  queue: IterableIterator<T>,
  { options, signal }: RunningScan,
  one: (item: T) => Promise<void>,
): Promise<void> => {
  const worker = async (): Promise<void> => {
    while (!signal.aborted) {
      const { done, value } = queue.next()
      if (done) return
      await one(value)
    }
  }
  await Promise.all(Array.from({ length: options.concurrency }, worker))
}

/**
 * Looks at computers, so many at the same time as the options say. What a second try may mend gets one at the end. When the
 * signal aborts, no other computer is begun, those under way have no result, and those that wait for their second try keep
 * the result of the first. Never rejects.
 */
export const runScan = async (scan: RunningScan, parts: ScanParts): Promise<void> => {
  const { subjects, progress, signal } = scan
  const again: Postponed[] = []

  const first = async (subject: ScanSubject): Promise<void> => {
    progress.begin(false)
    const result = await lookAt(subject, scan, parts)
    if (signal.aborted && result.outcome === 'stopped') {
      progress.giveUp()
    } else if (isTransient(result.outcome)) {
      progress.postpone()
      again.push({ subject, result })
    } else {
      progress.finish(result.outcome)
      scan.found(result)
    }
    scan.changed()
  }
  const second = async ({ subject, result }: Postponed): Promise<void> => {
    progress.begin(true)
    const newer = await lookAt(subject, scan, parts)
    const last = signal.aborted && newer.outcome === 'stopped' ? result : newer
    progress.finish(last.outcome)
    scan.found(last)
    scan.changed()
  }

  await inTurns(subjects.values(), scan, first)
  const queue = again.values()
  await inTurns(queue, scan, second)
  for (const { result } of queue) {
    progress.finish(result.outcome, true)
    scan.found(result)
  }
  scan.changed()
}
