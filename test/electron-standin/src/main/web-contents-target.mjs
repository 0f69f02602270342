import { binding, deliver, preloadScripts, world } from '../renderer/preload-scripts.mjs'
import { runtime } from '../runtime.mjs'
import { receiveFromPage } from './ipc-main.mjs'
import { emulatedMedia } from './native-theme.mjs'
import { handlePausedRequest } from './request-interception.mjs'
import { toChromium } from './scheme-map.mjs'

/** @typedef {{ send: (method: string, params?: Record<string, unknown>) => Promise<Record<string, any>> }} Channel */

/**
 * Attaches a WebContents to its page in Chromium: the preload, IPC, request interception and the events of loading.
 * All commands are queued before the page is let go, so nothing of the app can run without them.
 * @param {any} contents
 * @param {Promise<import('../browser/chromium.mjs').PageTarget>} arriving
 * @param {{ preload?: string, additionalArguments?: readonly string[] }} options
 * @returns {Promise<Channel>}
 */
export async function connectTarget(contents, arriving, options) {
  // Read at once: a missing preload must not depend on how fast Chromium is.
  const scripts = preloadScripts(options.preload, options.additionalArguments ?? [])
  const { targetId, sessionId } = await arriving
  const { cdp } = await runtime.browser
  contents.targetId_ = targetId
  // A page target's id is its main frame's id.
  contents.mainFrameId_ = targetId
  contents.frames_.attachMain(targetId)
  const send = (method, params = {}) => cdp.send(method, params, sessionId)
  const on = (method, listener) => cdp.on(`${sessionId}:${method}`, listener)

  followMessages(contents, on, send)
  followLoading(contents, on, send)
  on('Fetch.requestPaused', (paused) => void handlePausedRequest(contents, paused).catch(() => {}))
  const applyTheme = () => send('Emulation.setEmulatedMedia', emulatedMedia()).catch(() => {})
  runtime.signals.on('theme-changed', applyTheme)
  const gone = ({ sessionId: detached }) => {
    if (detached !== sessionId) return
    cdp.off(':Target.detachedFromTarget', gone)
    runtime.signals.off('theme-changed', applyTheme)
    contents.emit('target-gone_')
  }
  cdp.on(':Target.detachedFromTarget', gone)

  const commands = [
    send('Page.enable'),
    send('Runtime.enable'),
    send('Inspector.enable'),
    send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    send('Runtime.addBinding', { name: binding, executionContextName: world }),
    send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.main }),
    send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.isolated, worldName: world }),
    applyTheme(),
    send('Runtime.runIfWaitingForDebugger'),
  ]
  await Promise.all(commands)
  return { send }
}

/** IPC: the binding carries it to main; calls in the isolated world carry it back. */
function followMessages(contents, on, send) {
  let context = 0
  on('Runtime.executionContextCreated', ({ context: { id, name, auxData } }) => {
    if (name === world && auxData.frameId === contents.mainFrameId_) context = id
  })
  on('Runtime.executionContextsCleared', () => (context = 0))
  const call = (executionContextId, args) => {
    if (executionContextId === 0) return
    void send('Runtime.callFunctionOn', {
      executionContextId,
      functionDeclaration: `function (...message) { ${deliver}(...message) }`,
      arguments: args.map((value) => ({ value })),
      // A document that has gone away meanwhile cannot be answered.
    }).catch(() => {})
  }
  contents.deliver_ = (...args) => call(context, args)
  on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name !== binding || contents.isDestroyed()) return
    void receiveFromPage(contents, payload, (...reply) => call(executionContextId, reply))
  })
  on('Runtime.consoleAPICalled', ({ type, args }) => {
    const levels = { error: 'error', assert: 'error', warning: 'warning', debug: 'debug' }
    const message = args.map(({ value, description }) => String(value ?? description)).join(' ')
    const numbers = { debug: 0, info: 1, warning: 2, error: 3 }
    const level = levels[type] ?? 'info'
    contents.emit(
      'console-message',
      { level, message, lineNumber: 0, sourceId: '', frame: contents.mainFrame },
      numbers[level],
      message,
      0,
      '',
    )
  })
}

/** The events of loading, in Electron's words. */
function followLoading(contents, on, send) {
  let loaderId = ''
  const { frames_: frames } = contents
  on('Page.frameAttached', (event) => frames.attached(event))
  on('Page.frameDetached', (event) => frames.detached(event))
  on('Page.frameStartedLoading', ({ frameId }) => {
    if (frameId !== contents.mainFrameId_ || contents.loading_) return
    contents.loading_ = true
    contents.emit('did-start-loading')
  })
  on('Page.frameNavigated', ({ frame }) => {
    const known = frames.navigated(frame)
    const isMain = known === contents.mainFrame
    contents.crashed_ = false
    contents.emit('did-frame-navigate', {}, known.url, 200, '', isMain, known.processId, known.routingId)
    if (!isMain) return
    loaderId = frame.loaderId
    contents.emit('load-begun_', loaderId)
    contents.emit('did-navigate', {}, known.url, 200, '')
    void allowPermissions(contents, known)
  })
  on('Page.navigatedWithinDocument', ({ frameId, url }) => {
    const known = frames.find(frameId)
    if (!known) return
    known.url = frames.navigated({ id: frameId, url }).url
    contents.emit('did-navigate-in-page', {}, known.url, known === contents.mainFrame, known.processId, known.routingId)
  })
  on('Page.domContentEventFired', () => contents.emit('dom-ready', {}))
  on('Page.loadEventFired', async () => {
    const loaded = loaderId
    const title = await send('Runtime.evaluate', { expression: 'document.title' }).catch(() => undefined)
    const text = title?.result.value ?? ''
    if (text !== '' && text !== contents.title_) {
      contents.title_ = text
      contents.emit('page-title-updated', { preventDefault: () => {} }, text, true)
    }
    // A page that was left meanwhile never finished, as far as the app is concerned.
    if (loaded !== loaderId) return
    contents.loading_ = false
    contents.emit('did-frame-finish-load', {}, true, contents.mainFrame.processId, contents.mainFrame.routingId)
    contents.emit('did-finish-load', {})
    contents.emit('did-stop-loading', {})
    contents.emit('load-ended_', loaded)
  })
  on('Inspector.targetCrashed', () => {
    contents.crashed_ = true
    contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
  })
  // The decision is kept for the page that Chromium opens next: it cannot be told "no" beforehand.
  on('Page.windowOpen', (opened) => (contents.windowOpenAnswer_ = { ...contents.askWindowOpen_(opened), opened }))
}

async function allowPermissions(contents, frame) {
  const { cdp } = await runtime.browser
  for (const { name, setting } of await contents.session.decidePermissions_(contents, frame.url, frame.origin)) {
    const origin = toChromium(`${frame.origin}/`).replace(/\/$/, '')
    // Refused for opaque origins such as about:blank, which have nothing to ask for either.
    await cdp
      .send('Browser.setPermission', { permission: { name: permissionQuery[name] ?? name }, setting, origin })
      .catch(() => {})
  }
}

/** Browser.setPermission names permissions as navigator.permissions.query does. */
const permissionQuery = {
  audioCapture: 'microphone',
  clipboardReadWrite: 'clipboard-read',
  durableStorage: 'persistent-storage',
  idleDetection: 'idle-detection',
}
