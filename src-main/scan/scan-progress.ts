import type { ComputerId, ScanOutcome } from '../contract/models/estate.ts'
import type { ScanOptions, ScanState } from '../contract/models/scan.ts'
import type { UnfinishedScan } from '../store/scan-notes.ts'

/** Before so much time has gone by, in milliseconds, the pace says nothing. */
const tooEarly = 2_000
/** A reading that takes longer than this, and than twice the usual time, is taken for one that will not be answered. */
const slow = 1_000

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

/** The state of a scan that was begun before the app was started anew. */
export const leftBehind = (place: ScanOptions['place'], scan: UnfinishedScan): ScanState => {
  const done = Object.values(scan.counts).reduce((sum, count) => sum + count, 0)
  const { begunAt: startedAt, concurrency, deadlineSeconds, counts } = scan
  return {
    ...noScan(place, { concurrency, deadlineSeconds }),
    state: 'stopped',
    startedAt,
    total: done + scan.left.length,
    done,
    counts,
  }
}

interface Reading {
  /** Milliseconds since 1970. */
  readonly began: number
  /** How long the first try took, in milliseconds; null for the first. */
  readonly first: number | null
}

/** Counts of one scan, and how long it will take. */
export class ScanProgress {
  readonly #options: ScanOptions
  readonly #now: () => Date
  readonly #startedAt: Date
  readonly #total: number
  readonly #counts = new Map<ScanOutcome, number>()
  readonly #underWay = new Map<ComputerId, Reading>()
  /** How long the first try took of those that wait for their second, in milliseconds. */
  readonly #waiting = new Map<ComputerId, number>()
  #done = 0
  /** Tries that have ended, and those of them that ended with a result, with their milliseconds. */
  #ended = 0
  #answered = 0
  #spentAnswered = 0

  constructor(options: ScanOptions, total: number, now: () => Date) {
    this.#options = options
    this.#total = total
    this.#now = now
    this.#startedAt = now()
  }

  /** A computer's first try begins, or its second where it waits for one. */
  begin(id: ComputerId): void {
    this.#underWay.set(id, { began: this.#now().getTime(), first: this.#waiting.get(id) ?? null })
    this.#waiting.delete(id)
  }

  /** A computer was given up before it had answered; it has no result. */
  giveUp(id: ComputerId): void {
    this.#underWay.delete(id)
  }

  /** A computer waits for its second try. */
  postpone(id: ComputerId): void {
    this.#waiting.set(id, this.#end(id))
  }

  /** A computer has its result, which may be that of its first try where it does not get the second. */
  finish(id: ComputerId, outcome: ScanOutcome): void {
    const isFirst = this.#underWay.get(id)?.first === null
    const spent = this.#end(id)
    if (isFirst) {
      this.#answered += 1
      this.#spentAnswered += spent
    }
    this.#waiting.delete(id)
    this.#done += 1
    this.#counts.set(outcome, (this.#counts.get(outcome) ?? 0) + 1)
  }

  /** The state as it is told. */
  state(state: ScanState['state'], endedAt: Date | null): Omit<ScanState, 'error'> {
    return {
      place: this.#options.place,
      state,
      startedAt: this.#startedAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
      total: this.#total,
      done: this.#done,
      underWay: Math.min(this.#underWay.size, this.#options.concurrency),
      retrying: this.#waiting.size,
      counts: Object.fromEntries(this.#counts),
      remainingSeconds: state === 'running' ? this.#remaining() : null,
      concurrency: this.#options.concurrency,
      deadlineSeconds: this.#options.deadlineSeconds,
    }
  }

  #end(id: ComputerId): number {
    const reading = this.#underWay.get(id)
    if (reading === undefined) return 0
    this.#underWay.delete(id)
    this.#ended += 1
    return Math.max(0, this.#now().getTime() - reading.began)
  }

  /**
   * Seconds: those not begun at the pace so far, then the second tries, each as long as its first. One that hangs goes on
   * beside them to its deadline, and to that of its second try. Null while nothing can be said.
   */
  #remaining(): number | null {
    const now = this.#now().getTime()
    const spent = now - this.#startedAt.getTime()
    if (spent < tooEarly || this.#ended === 0) return null
    const { concurrency, deadlineSeconds } = this.#options
    const deadline = deadlineSeconds * 1000
    const usual = this.#answered === 0 ? deadline : this.#spentAnswered / this.#answered
    const fresh = this.#total - this.#done - this.#waiting.size - this.#underWay.size
    const firstTries = (spent / this.#ended) * fresh
    const again = [...this.#waiting.values()]
    const longest = again.reduce((most, one) => Math.max(most, one), 0)
    const secondTries = Math.max(longest, again.reduce((sum, one) => sum + one, 0) / concurrency)
    let left = firstTries + secondTries
    for (const { began, first } of this.#underWay.values()) {
      const age = now - began
      const hangs = first === null && age > Math.max(slow, 2 * usual)
      left = Math.max(left, hangs ? Math.max(firstTries, deadline - age) + deadline : (first ?? usual) - age)
    }
    return Math.max(0, Math.ceil(left / 1000))
  }
}
