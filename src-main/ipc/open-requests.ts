import type { ContentsLike, FrameLike } from './electron-parts.ts'

/** How many requests one window may have open at the same time. */
export const windowLimits = { calls: 64, subscriptions: 32 } as const

/** One open call or subscription. */
export interface OpenRequest {
  readonly signal: AbortSignal
  /** Ends it: the signal aborts. */
  abort(): void
  /** Gives the place back. For a call: once its handler has settled, even if it was cancelled long before. */
  release(): void
}

type Kind = keyof typeof windowLimits

interface Entry {
  readonly kind: Kind
  readonly controller: AbortController
}

const frameKey = (frame: FrameLike): string => `${frame.processId}:${frame.frameToken}`

/** Every open request, by window, frame and request id. A window that navigates, reloads, crashes or closes loses all its own. */
export interface OpenRequests {
  /** Opens a request, or says why not. */
  open(contents: ContentsLike, frame: FrameLike, requestId: string, kind: Kind): OpenRequest | 'busy' | 'duplicate'
  /** Cancels a request of this very frame. Requests of others are out of reach. */
  cancel(contents: ContentsLike, frame: FrameLike, requestId: string): void
  /** Aborts everything, when the app ends. */
  abortAll(): void
}

/** Creates an empty registry. */
export const createOpenRequests = (): OpenRequests => {
  const windows = new Map<number, Map<string, Entry>>()

  const abortWindow = (id: number): void => {
    for (const entry of windows.get(id)?.values() ?? []) entry.controller.abort()
  }

  const watch = (contents: ContentsLike): Map<string, Entry> => {
    const known = windows.get(contents.id)
    if (known) return known
    const entries = new Map<string, Entry>()
    windows.set(contents.id, entries)
    contents.on('did-start-navigation', (details) => {
      if (details.isMainFrame && !details.isSameDocument) abortWindow(contents.id)
    })
    contents.on('render-process-gone', () => abortWindow(contents.id))
    contents.once('destroyed', () => {
      abortWindow(contents.id)
      windows.delete(contents.id)
    })
    return entries
  }

  return {
    open(contents, frame, requestId, kind) {
      const entries = watch(contents)
      const key = `${frameKey(frame)}:${requestId}`
      if (entries.has(key)) return 'duplicate'
      let sameKind = 0
      for (const entry of entries.values()) if (entry.kind === kind) sameKind += 1
      if (sameKind >= windowLimits[kind]) return 'busy'
      const controller = new AbortController()
      entries.set(key, { kind, controller })
      return {
        signal: controller.signal,
        abort: () => controller.abort(),
        release: () => {
          entries.delete(key)
        },
      }
    },
    cancel(contents, frame, requestId) {
      windows
        .get(contents.id)
        ?.get(`${frameKey(frame)}:${requestId}`)
        ?.controller.abort()
    },
    abortAll() {
      for (const id of windows.keys()) abortWindow(id)
    },
  }
}
