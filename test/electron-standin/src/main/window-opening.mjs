import { runtime } from '../runtime.mjs'
import { BrowserWindow } from './browser-window.mjs'
import { webContents } from './web-contents.mjs'

/**
 * Pages that pages open: denied ones are closed while still paused, allowed ones become windows.
 * @param {import('../browser/chromium.mjs').Browser} browser
 */
export function followPopups(browser) {
  browser.onPopup((target) => {
    const opener = webContents.fromDevToolsTargetId(target.openerId ?? '')
    const answer = opener?.windowOpenAnswer_ ?? opener?.askWindowOpen_({ url: '', windowName: '', windowFeatures: [] })
    if (opener) opener.windowOpenAnswer_ = undefined
    if (!opener || answer?.action !== 'allow') {
      void browser.cdp.send('Target.closeTarget', { targetId: target.targetId }).catch(() => {})
      return
    }
    const options = { ...answer.overrideBrowserWindowOptions, parent: undefined }
    const window = new BrowserWindow(options, Promise.resolve(target))
    opener.emit('did-create-window', window, { url: answer.opened?.url ?? '', options })
  })
  browser.cdp.once('close', () => runtime.signals.emit('browser-gone'))
}
