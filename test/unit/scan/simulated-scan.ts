import type { EstatePlace } from '../../../src-main/contract/models/estate.ts'
import type { ScanOptions, ScanResult } from '../../../src-main/contract/models/scan.ts'
import { engineLost } from '../../../src-main/engine/engine-lost.ts'
import { createScanService, type ScanService } from '../../../src-main/scan/scan-service.ts'
import type { ReadingQuestion, ScanParts, ScanSubject } from '../../../src-main/scan/scan-parts.ts'
import { createSecretVault } from '../../../src-main/store/secret-vault.ts'
import { hresults, WmiError } from '../../../src-main/wmi/wmi-error.ts'
import { noScanNotes } from './scan-fixture.ts'

const place: EstatePlace = { place: 'lab', scenario: 'woodgrove-100' }

/** How long a computer takes to answer, in milliseconds of the simulated clock; null: never; `lost`: its engine ends at once. */
export type AnswerTime = (host: string, attempt: number) => number | null | 'lost'

/** A scan whose time goes by only when the test says so. */
export interface SimulatedScan {
  readonly scans: ScanService
  readonly place: EstatePlace
  readonly written: readonly ScanResult[]
  /** Most computers that were read at the same time. */
  mostAtOnce(): number
  start(options?: Partial<ScanOptions>): void
  /** Lets time go by, event after event. */
  pass(milliseconds: number): Promise<void>
  /** Milliseconds that have gone by. */
  now(): number
}

interface Due {
  readonly at: number
  readonly run: () => void
}

/** Everything that waits on promises goes on before the next event of the clock. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Computers that answer when their time has come: refused, because a refusal needs no rows. */
export const simulateScan = (hosts: readonly string[], answerTime: AnswerTime): SimulatedScan => {
  let time = 0
  let due: Due[] = []
  let [reading, most] = [0, 0]
  const attempts = new Map<string, number>()
  const written: ScanResult[] = []
  const later = (milliseconds: number, run: () => void): (() => void) => {
    const entry = { at: time + milliseconds, run }
    due.push(entry)
    return () => {
      due = due.filter((other) => other !== entry)
    }
  }
  const read = ({ host, deadline }: ReadingQuestion, signal: AbortSignal) =>
    new Promise<never>((_resolve, reject) => {
      const name = host ?? ''
      const attempt = (attempts.get(name) ?? 0) + 1
      attempts.set(name, attempt)
      reading += 1
      most = Math.max(most, reading)
      const takes = answerTime(name, attempt)
      const isLost = takes === 'lost'
      const hangs = !isLost && (takes === null || takes > deadline)
      const end = (thrown: Error): void => {
        reading -= 1
        reject(thrown)
      }
      const denied = new WmiError('connect', hresults.accessDenied, 'Access is denied.')
      const callOff = later(isLost ? 0 : hangs ? deadline : takes, () =>
        end(isLost ? engineLost() : hangs ? new WmiError('connect', hresults.timeout, 'No answer.') : denied),
      )
      signal.addEventListener('abort', () => {
        callOff()
        end(new WmiError('connect', hresults.cancelled, 'Stopped.'))
      })
    })
  const subjects = hosts.map((host, index): ScanSubject => ({
    id: index + 1,
    target: { place: 'lab', scenario: 'woodgrove-100', host },
    passwordNeededFor: null,
  }))
  const parts: ScanParts = {
    book: {
      scanNotes: noScanNotes,
      targets: (_place, selection) =>
        subjects.filter(({ id }) => selection.which !== 'computers' || selection.ids.includes(id)),
      record: (_place, results) => void written.push(...results),
    },
    vault: createSecretVault(Buffer.alloc(32)),
    read,
    rest: () => undefined,
    now: () => new Date(Date.UTC(2026, 10, 22) + time),
    later,
  }
  const scans = createScanService(parts)
  return {
    scans,
    place,
    written,
    mostAtOnce: () => most,
    start: (options) =>
      void scans.start({ place, selection: { which: 'all' }, concurrency: 10, deadlineSeconds: 30, ...options }),
    pass: async (milliseconds) => {
      const end = time + milliseconds
      await settle()
      for (;;) {
        const next = due.reduce<Due | null>((first, one) => (first === null || one.at < first.at ? one : first), null)
        if (next === null || next.at > end) break
        due = due.filter((other) => other !== next)
        time = next.at
        next.run()
        await settle()
      }
      time = end
    },
    now: () => time,
  }
}
