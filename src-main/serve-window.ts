import { createHandlers } from './handlers/handlers.ts'
import type { IpcMainLike } from './ipc/electron-parts.ts'
import { startRouter } from './ipc/router.ts'
import { openServices, type OpenServices, type ServiceParts } from './services.ts'
import { failureValue } from './targets/failure-value.ts'

/** What the one window is served with. */
export interface ServeWindowParts extends ServiceParts {
  readonly ipcMain: IpcMainLike
  readonly origin: string
  readonly windowId: number
}

/** What ends with the app, and what the window's closing has to mind. */
export type ServedWindow = Pick<OpenServices, 'plans' | 'warmUp' | 'close'> & {
  /** Aborts every open call and subscription. */
  abortAll(): void
}

/**
 * Opens the services and answers the window from now on. A module of its own, so that main can load it while Chromium gets
 * ready and the page is painted.
 */
export const serveWindow = (parts: ServeWindowParts): ServedWindow => {
  const { services, plans, warmUp, close } = openServices(parts)
  const { abortAll } = startRouter({
    ipcMain: parts.ipcMain,
    handlers: createHandlers(services),
    trusted: { origin: parts.origin, isOwnWindow: (id) => id === parts.windowId },
    logger: parts.logger,
    toError: failureValue,
    redact: parts.redaction.text,
  })
  return { plans, warmUp, close, abortAll }
}
