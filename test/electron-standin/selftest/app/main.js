import { app, BrowserWindow, ipcMain, MessageChannelMain, net, protocol, session, utilityProcess } from 'electron'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** The smallest app that uses what the stand-in promises. What tests look at lies in `globalThis.seen`. */
const here = dirname(fileURLToPath(import.meta.url))
const seen = {
  order: [],
  senders: [],
  prevented: [],
  opened: [],
  permissions: [],
  second: [],
  gone: [],
  exits: [],
  replies: [],
}
globalThis.seen = seen

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' app:"
if (!app.requestSingleInstanceLock({ from: 'selftest' })) app.exit(7)
app.on('second-instance', (_event, argv, cwd, data) => seen.second.push({ argv, cwd, data }))
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
])
for (const name of ['before-quit', 'will-quit', 'quit', 'window-all-closed'])
  app.on(name, () => {
    seen.order.push(name)
    process.stdout.write(`${name}\n`)
  })
app.on('child-process-gone', (_event, details) => seen.gone.push(details))

ipcMain.handle('echo', (event, value) => {
  seen.senders.push({
    url: event.senderFrame.url,
    origin: event.senderFrame.origin,
    isMain: event.senderFrame.parent === null,
    own: BrowserWindow.fromWebContents(event.sender) !== null,
  })
  return value
})
ipcMain.handle('fail', () => {
  throw new RangeError('out of range')
})
ipcMain.on('note', (event, text) => event.sender.send('noted', `${text}!`))

globalThis.startChild = (...args) => {
  const child = utilityProcess.fork(join(here, 'utility.js'), args, { serviceName: 'selftest-child', stdio: 'inherit' })
  child.on('message', (message) => seen.replies.push(message))
  child.on('exit', (code) => seen.exits.push(code))
  globalThis.child = child
  return new Promise((resolve) => child.once('spawn', () => resolve(child.pid)))
}
globalThis.openChannel = () => {
  const { port1, port2 } = new MessageChannelMain()
  port1.on('message', ({ data }) => seen.replies.push(data))
  port1.start()
  globalThis.child.postMessage({ kind: 'port' }, [port2])
  port1.postMessage('over the port')
}

async function openWindow() {
  session.defaultSession.setPermissionRequestHandler((_contents, permission, decide) => {
    seen.permissions.push(permission)
    decide(false)
  })
  session.defaultSession.webRequest.onHeadersReceived((details, callback) =>
    callback({ responseHeaders: { ...details.responseHeaders, 'Content-Security-Policy': [policy] } }),
  )
  protocol.handle('app', (request) => {
    const { pathname } = new URL(request.url)
    return net.fetch(pathToFileURL(join(here, 'page', pathname)).href)
  })

  const window = new BrowserWindow({
    width: 900,
    height: 640,
    show: false,
    webPreferences: { preload: join(here, 'preload.cjs'), sandbox: true },
  })
  window.on('ready-to-show', () => window.show())
  window.webContents.on('will-navigate', (event, url) => {
    event.preventDefault()
    seen.prevented.push(url)
  })
  window.webContents.setWindowOpenHandler(({ url }) => {
    seen.opened.push(url)
    return { action: 'deny' }
  })
  await window.loadURL('app://kit/index.html')
}
// Not awaited: Electron is not ready before its main module has been evaluated.
void app.whenReady().then(openWindow)
