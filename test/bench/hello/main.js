import { app, BrowserWindow, net, protocol } from 'electron'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The least app that draws a page with the same libraries: what the start of the real one is held against. */
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
])
app.on('window-all-closed', () => app.quit())

const run = async () => {
  await app.whenReady()
  protocol.handle('app', (request) =>
    net.fetch(pathToFileURL(join(import.meta.dirname, 'page', new URL(request.url).pathname)).href),
  )
  const window = new BrowserWindow({ width: 1280, height: 800, show: false, webPreferences: { sandbox: true } })
  window.once('ready-to-show', () => window.show())
  await window.loadURL('app://kit/index.html')
}

// Not awaited here: Electron becomes ready only after this module has been run to its end.
void run()
