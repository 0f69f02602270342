import type { Session } from 'electron'
import { createAppProtocol } from './app-protocol.ts'
import { appScheme } from './app-scheme.ts'
import { blockNetwork } from './network-block.ts'
import type { PermissionSession } from './permissions.ts'
import { installPermissions } from './permissions.ts'

/** What a session is set up with. */
export interface SessionOptions {
  /** The folder of the built pages. */
  readonly pages: string
  readonly devTools: boolean
}

/** The part of a session that is set up. */
export type HardenedSession = PermissionSession &
  Pick<Session, 'webRequest' | 'setSpellCheckerEnabled'> & {
    readonly protocol: Pick<Session['protocol'], 'handle'>
    on(event: 'will-download', listener: (event: { preventDefault(): void }) => void): unknown
  }

/**
 * Sets the session up before its first window: permissions, no network, no downloads, no spell checker, the app's own
 * scheme.
 */
export const hardenSession = (session: HardenedSession, { pages, devTools }: SessionOptions): void => {
  installPermissions(session)
  blockNetwork(session, devTools)
  session.on('will-download', (event) => event.preventDefault())
  // The spell checker would fetch dictionaries from the internet.
  session.setSpellCheckerEnabled(false)
  session.protocol.handle(appScheme, createAppProtocol({ root: pages }))
}
