import { dirname } from 'node:path'
import { app, protocol } from 'electron'
import { schemePrivileges } from './app-scheme.ts'

/**
 * What has to be said before the app is ready: every renderer is sandboxed, the app's scheme is a secure one, and
 * Chromium talks to no network of its own (no name resolves for it; main's services do not go through Chromium).
 */
export const prepareProcess = (): void => {
  // A DLL planted in the folder from which somebody starts the app must not be found there.
  if (process.platform === 'win32' && app.isPackaged) process.chdir(dirname(process.execPath))
  app.enableSandbox()
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('no-pings')
  protocol.registerSchemesAsPrivileged([...schemePrivileges])
}
