import type { ScanOutcome } from '../contract/models/estate.ts'
import type { ScanOptions, ScanState } from '../contract/models/scan.ts'

/** Before so much time has gone by, in milliseconds, the pace says nothing. */
const tooEarly = 2_000

/** The state of a place of which no scan is known. */
export const noScan = (
  place: ScanOptions['place'],
  { concurrency, deadlineSeconds }: Pick<ScanState, 'concurrency' | 'deadlineSeconds'>,
): ScanState => ({
  place,
  state: 'idle',
  startedAt: null,
  endedAt: null,
  total: 0,
  done: 0,
  underWay: 0,
  retrying: 0,
  counts: {},
  remainingSeconds: null,
  error: null,
  concurrency,
  deadlineSeconds,
})

/** Counts of one scan. */
export class ScanProgress {
  readonly #options: ScanOptions
  readonly #startedAt: Date
  readonly #total: number
  readonly #counts = new Map<ScanOutcome, number>()
  #done = 0
  #underWay = 0
  #retrying = 0

  constructor(options: ScanOptions, total: number, startedAt: Date) {
    this.#options = options
    this.#total = total
    this.#startedAt = startedAt
  }

  begin(isRetry: boolean): void {
    this.#underWay += 1
    if (isRetry) this.#retrying -= 1
  }

  /** A computer was given up before it had answered; it has no result. */
  giveUp(): void {
    this.#underWay -= 1
  }

  /** A computer waits for its second try. */
  postpone(): void {
    this.#underWay -= 1
    this.#retrying += 1
  }

  /** A computer has its result. `waited`: it was waiting for its second try, which it does not get. */
  finish(outcome: ScanOutcome, waited = false): void {
    if (waited) this.#retrying -= 1
    else this.#underWay -= 1
    this.#done += 1
    this.#counts.set(outcome, (this.#counts.get(outcome) ?? 0) + 1)
  }

  /** The state as it is told. */
  state(state: ScanState['state'], now: Date, endedAt: Date | null): Omit<ScanState, 'error'> {
    const spent = now.getTime() - this.#startedAt.getTime()
    const left = this.#total - this.#done
    const isKnown = state === 'running' && spent >= tooEarly && this.#done > 0
    return {
      place: this.#options.place,
      state,
      startedAt: this.#startedAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
      total: this.#total,
      done: this.#done,
      underWay: this.#underWay,
      retrying: this.#retrying,
      counts: Object.fromEntries(this.#counts),
      remainingSeconds: isKnown ? Math.ceil(((spent / this.#done) * left) / 1000) : null,
      concurrency: this.#options.concurrency,
      deadlineSeconds: this.#options.deadlineSeconds,
    }
  }
}
