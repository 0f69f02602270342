import type { Session } from 'electron'
import { appOrigin } from './app-scheme.ts'

/**
 * Whether the window may load a URL. The app's pages need nothing from any network: what leaves this computer leaves
 * it through main's services. Developer tools load their own pages.
 */
export const mayLoad = (url: string, devTools: boolean): boolean =>
  url.startsWith(`${appOrigin}/`) || url.startsWith('data:image/') || (devTools && url.startsWith('devtools://'))

/** Blocks every request of a session but those for the app's own files. */
export const blockNetwork = (session: Pick<Session, 'webRequest'>, devTools: boolean): void =>
  session.webRequest.onBeforeRequest((details, callback) => callback({ cancel: !mayLoad(details.url, devTools) }))
