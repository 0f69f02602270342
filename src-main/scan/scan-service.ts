import { setImmediate } from 'node:timers/promises'
import type { AppError } from '../contract/app-error.ts'
import { AppFailure, toAppError } from '../contract/app-error.ts'
import type { ComputerId, EstatePlace } from '../contract/models/estate.ts'
import type { ScanOptions, ScanState } from '../contract/models/scan.ts'
import { createResultWriter } from './result-writer.ts'
import { runScan } from './run-scan.ts'
import type { UnfinishedScan } from '../store/scan-notes.ts'
import type { ScanParts, ScanSubject } from './scan-parts.ts'
import { leftBehind, noScan, ScanProgress } from './scan-progress.ts'

/** Scans of many computers. */
export interface ScanService {
  /**
   * Begins to look at computers. Throws AppFailure `busy` while the place is being scanned, `not-found` where the selection
   * has no computer, and what the estate throws.
   */
  start(options: ScanOptions): ScanState
  /** Begins no other computer and gives up those under way. Does nothing where no scan runs. */
  stop(place: EstatePlace): ScanState
  state(place: EstatePlace): ScanState
  /** Tells the present state and each change, at most ten a second. Returns what ends it. */
  subscribe(place: EstatePlace, tell: (state: ScanState) => void): () => void
  /** Resolves when nothing is being scanned. */
  idle(): Promise<void>
  /** Stops every scan, and resolves when what is known is written. */
  close(): Promise<void>
}

/** How often watchers are told, in milliseconds. */
const tellEvery = 100
/** How often watchers are told while nothing happens, so that the remaining time goes on, in milliseconds. */
const tickEvery = 1_000
/** How long engines are kept for the next scan, in milliseconds. */
const restAfter = 30_000
const defaults = { concurrency: 32, deadlineSeconds: 30 }

interface LiveScan {
  readonly progress: ScanProgress
  readonly aborting: AbortController
  /** Computers of it that have no result yet. */
  readonly open: Set<ComputerId>
  state: ScanState['state']
  endedAt: Date | null
  error: AppError | null
  ended: Promise<void>
}

const keyOf = (place: EstatePlace): string => (place.place === 'network' ? 'network' : `lab ${place.scenario}`)

const busy = new AppFailure({
  code: 'busy',
  message: 'These computers are being scanned already.',
  remedy: 'Wait until the scan has ended, or stop it.',
  retryable: true,
})
const nothing = (unfinished: boolean): AppFailure =>
  new AppFailure({
    code: 'not-found',
    message: unfinished ? 'No stopped scan has computers left.' : 'There is no computer to scan.',
    remedy: unfinished ? 'Choose the computers to scan.' : 'Add computers first, or choose others.',
    retryable: false,
  })

/** Makes the keeper of scans. A place has one scan at a time; what a stopped or killed one left is known until the next. */
export const createScanService = (parts: ScanParts): ScanService => {
  const scans = new Map<string, LiveScan>()
  const watchers = new Map<string, Set<(state: ScanState) => void>>()
  const telling = new Map<string, () => void>()
  const ticking = new Set<string>()

  /** What a scan left before the app was started anew. */
  const leftBefore = (place: EstatePlace): UnfinishedScan | null => {
    try {
      return parts.book.scanNotes.unfinished(place)
    } catch {
      // The list itself tells why its file cannot be read.
      return null
    }
  }
  const stateOf = (place: EstatePlace): ScanState => {
    const scan = scans.get(keyOf(place))
    if (scan) return { ...scan.progress.state(scan.state, scan.endedAt), error: scan.error }
    const left = leftBefore(place)
    return left === null ? noScan(place, defaults) : leftBehind(place, left)
  }
  const tell = (place: EstatePlace): void => {
    telling.get(keyOf(place))?.()
    telling.delete(keyOf(place))
    const listeners = watchers.get(keyOf(place))
    if (!listeners || listeners.size === 0) return
    const state = stateOf(place)
    for (const listener of listeners) listener(state)
    tickOn(place)
  }
  const tickOn = (place: EstatePlace): void => {
    if (scans.get(keyOf(place))?.state !== 'running' || ticking.has(keyOf(place))) return
    ticking.add(keyOf(place))
    parts.later(tickEvery, () => {
      ticking.delete(keyOf(place))
      tell(place)
    })
  }
  const tellSoon = (place: EstatePlace): void => {
    if (!telling.has(keyOf(place)))
      telling.set(
        keyOf(place),
        parts.later(tellEvery, () => tell(place)),
      )
  }

  let callOffRest: (() => void) | null = null
  const restSoon = (): void => {
    callOffRest?.()
    callOffRest = parts.later(restAfter, () => {
      if (![...scans.values()].some(isRunning)) parts.rest()
    })
  }

  const isRunning = (scan: LiveScan | undefined): boolean => scan?.state === 'running' || scan?.state === 'stopping'

  const subjectsOf = ({ place, selection }: ScanOptions): readonly ScanSubject[] => {
    if (selection.which !== 'unfinished') return parts.book.targets(place, selection)
    const left = [...(scans.get(keyOf(place))?.open ?? leftBefore(place)?.left ?? [])]
    return left.length === 0 ? [] : parts.book.targets(place, { which: 'computers', ids: left })
  }

  const endNote = (place: EstatePlace): void => {
    try {
      parts.book.scanNotes.end(place)
    } catch {
      // A note of a scan that has read everything says nothing: none of its computers is left.
    }
  }
  const begin = (options: ScanOptions, subjects: readonly ScanSubject[]): LiveScan => {
    const { place } = options
    const scan: LiveScan = {
      progress: new ScanProgress(options, subjects.length, parts.now),
      aborting: new AbortController(),
      open: new Set(subjects.map(({ id }) => id)),
      state: 'running',
      endedAt: null,
      error: null,
      ended: Promise.resolve(),
    }
    const writer = createResultWriter(
      (results) => {
        parts.book.record(place, results)
        for (const { id } of results) scan.open.delete(id)
      },
      parts.later,
      (thrown) => {
        scan.error = toAppError(thrown)
        scan.aborting.abort()
      },
    )
    const run = async (): Promise<void> => {
      const { progress, aborting } = scan
      // Finding the computers of a large list took its time; whatever else waits comes first.
      await setImmediate()
      await runScan(
        {
          options,
          subjects,
          progress,
          signal: aborting.signal,
          found: (result) => writer.add(result),
          changed: () => tellSoon(place),
        },
        parts,
      )
      writer.flush()
      if (scan.open.size === 0) endNote(place)
      scan.state = aborting.signal.aborted ? 'stopped' : 'done'
      scan.endedAt = parts.now()
      restSoon()
      tell(place)
    }
    scan.ended = run()
    return scan
  }

  const stop = (scan: LiveScan | undefined): void => {
    if (scan?.state !== 'running') return
    scan.state = 'stopping'
    scan.aborting.abort()
  }

  const service: ScanService = {
    start: (options) => {
      if (isRunning(scans.get(keyOf(options.place)))) throw busy
      const { place, concurrency, deadlineSeconds } = options
      const subjects = subjectsOf(options)
      if (subjects.length === 0) throw nothing(options.selection.which === 'unfinished')
      const ids = subjects.map(({ id }) => id)
      parts.book.scanNotes.begin(place, { begunAt: parts.now().toISOString(), concurrency, deadlineSeconds, ids })
      scans.set(keyOf(options.place), begin(options, subjects))
      tell(options.place)
      return stateOf(options.place)
    },
    stop: (place) => {
      stop(scans.get(keyOf(place)))
      tell(place)
      return stateOf(place)
    },
    state: stateOf,
    subscribe: (place, listener) => {
      const listening = watchers.get(keyOf(place)) ?? new Set()
      watchers.set(keyOf(place), listening.add(listener))
      listener(stateOf(place))
      tickOn(place)
      return () => {
        listening.delete(listener)
      }
    },
    idle: async () => {
      await Promise.all([...scans.values()].map(({ ended }) => ended))
    },
    close: async () => {
      for (const scan of scans.values()) stop(scan)
      await service.idle()
      callOffRest?.()
      parts.rest()
    },
  }
  return service
}
