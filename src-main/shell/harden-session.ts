import type { Session } from 'electron'
import { createAppProtocol } from './app-protocol.ts'
import { appScheme } from './app-scheme.ts'
import { blockNetwork } from './network-block.ts'
import { installPermissions } from './permissions.ts'

/** What a session is set up with. */
export interface SessionOptions {
  /** The folder of the built pages. */
  readonly pages: string
  readonly devTools: boolean
}

/** Sets the session up before its first window: permissions, no network, no spell checker, the app's own scheme. */
export const hardenSession = (session: Session, { pages, devTools }: SessionOptions): void => {
  installPermissions(session)
  blockNetwork(session, devTools)
  // The spell checker would fetch dictionaries from the internet.
  session.setSpellCheckerEnabled(false)
  session.protocol.handle(appScheme, createAppProtocol({ root: pages }))
}
