import type { WebContents } from 'electron'
import type { Logger } from '../logging/logger.ts'
import { isAppPage } from './app-scheme.ts'
import { isHelpLink } from './external-links.ts'

/** What the lock works with. */
export interface LockParts {
  readonly logger: Logger
  /** Opens a link in the person's browser. */
  openExternal(link: string): Promise<void>
}

/**
 * Locks web contents: they stay on the app's one document. Navigation, redirects, navigation of sub-frames, new
 * windows and webviews are refused; a link to Microsoft's documentation opens in the person's browser. Every web
 * contents that the app ever makes passes here (`web-contents-created`).
 */
export const lockContents = (contents: WebContents, { logger, openExternal }: LockParts): void => {
  const refuse = (event: { preventDefault(): void }, kind: string, url: string): void => {
    event.preventDefault()
    logger.warn('A navigation was refused', { kind, url: url.slice(0, 200) })
  }
  contents.on('will-navigate', (event) => {
    if (!isAppPage(event.url)) refuse(event, 'will-navigate', event.url)
  })
  contents.on('will-redirect', (event) => refuse(event, 'will-redirect', event.url))
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isAppPage(event.url)) refuse(event, 'will-frame-navigate', event.url)
  })
  contents.on('will-attach-webview', (event) => refuse(event, 'will-attach-webview', ''))
  contents.setWindowOpenHandler(({ url }) => {
    if (isHelpLink(url))
      openExternal(url).catch((thrown: unknown) =>
        logger.warn('A help link could not be opened', { url, reason: String(thrown) }),
      )
    else logger.warn('A new window was refused', { url: url.slice(0, 200) })
    return { action: 'deny' }
  })
}
