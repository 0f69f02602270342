import type { FrameLike, IpcEventLike } from './electron-parts.ts'

/** Which senders are the app's own. */
export interface TrustedSenders {
  /** Origin of the app's pages, for example `app://kit`. */
  readonly origin: string
  /** Whether a window of the app has this web-contents id. */
  isOwnWindow(webContentsId: number): boolean
}

/**
 * Decides who may speak: a main frame, of a window that the app opened, showing a page of the app's own origin
 * (Electron's security checklist 17; GHSA-mq8j-3h7h-p8g7 shows what happens without). Returns the frame, or the
 * reason for the refusal.
 */
export const checkSender = (
  event: IpcEventLike,
  trusted: TrustedSenders,
): { readonly frame: FrameLike } | { readonly refused: string } => {
  const frame = event.senderFrame
  if (frame === null || frame === undefined || frame.isDestroyed()) return { refused: 'the frame is gone' }
  if (frame.parent !== null) return { refused: 'the frame is not a main frame' }
  if (!trusted.isOwnWindow(event.sender.id)) return { refused: 'the window is not one of the app' }
  if (frame.origin !== trusted.origin || !frame.url.startsWith(`${trusted.origin}/`))
    return { refused: 'the page is not one of the app' }
  return { frame }
}
