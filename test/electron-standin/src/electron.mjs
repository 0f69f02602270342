import { runtime } from './runtime.mjs'
import { missingModule } from './stand-in-object.mjs'
import { session } from './main/session.mjs'

/** What `import … from 'electron'` and `require('electron')` give in the main process. */
export { app } from './main/app.mjs'
export { BrowserWindow } from './main/browser-window.mjs'
export {
  clipboard,
  crashReporter,
  globalShortcut,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  screen,
  shell,
  systemPreferences,
} from './main/desktop.mjs'
export { dialog } from './main/dialog.mjs'
export { ipcMain } from './main/ipc-main.mjs'
export { Menu, MenuItem } from './main/menu.mjs'
export { MessageChannelMain, MessagePortMain } from './main/message-channel.mjs'
export { nativeImage } from './main/native-image.mjs'
export { nativeTheme } from './main/native-theme.mjs'
export { net } from './main/net.mjs'
export { safeStorage } from './main/safe-storage.mjs'
export { session } from './main/session.mjs'
export { utilityProcess } from './main/utility-process.mjs'
export { webContents } from './main/web-contents.mjs'
export const { protocol } = session.defaultSession

export const autoUpdater = missingModule('autoUpdater')
export const BaseWindow = missingModule('BaseWindow')
export const BrowserView = missingModule('BrowserView')
export const contentTracing = missingModule('contentTracing')
export const desktopCapturer = missingModule('desktopCapturer')
export const inAppPurchase = missingModule('inAppPurchase')
export const netLog = missingModule('netLog')
export const pushNotifications = missingModule('pushNotifications')
export const ShareMenu = missingModule('ShareMenu')
export const TouchBar = missingModule('TouchBar')
export const Tray = missingModule('Tray')
export const View = missingModule('View')
export const webFrameMain = missingModule('webFrameMain')
export const WebContentsView = missingModule('WebContentsView')

/** Not in Electron: what the stand-in noted, for tests that know they drive it. */
export const __standin = { records: runtime.records }
