/**
 * The parts of Electron that the router uses, as narrow interfaces: Electron's own ipcMain, WebContents and
 * WebFrameMain fit them, and so do the fakes of the unit tests.
 */

/** A frame as `event.senderFrame` shows it. */
export interface FrameLike {
  readonly url: string
  readonly origin: string
  readonly parent: unknown
  readonly processId: number
  readonly frameToken: string
  isDestroyed(): boolean
  send(channel: string, ...args: unknown[]): void
}

/** What Electron tells about a navigation that begins. */
export interface NavigationDetails {
  readonly isMainFrame: boolean
  readonly isSameDocument: boolean
}

/** The web contents of a window. */
export interface ContentsLike {
  readonly id: number
  on(event: 'did-start-navigation', listener: (details: NavigationDetails) => void): unknown
  on(event: 'render-process-gone', listener: () => void): unknown
  once(event: 'destroyed', listener: () => void): unknown
}

/** The event that comes with every message. */
export interface IpcEventLike {
  readonly sender: ContentsLike
  readonly senderFrame: FrameLike | null
}

/** The part of ipcMain that the router uses. */
export interface IpcMainLike {
  handle(channel: string, listener: (event: IpcEventLike, ...args: unknown[]) => Promise<unknown>): void
  on(channel: string, listener: (event: IpcEventLike, ...args: unknown[]) => void): unknown
}
