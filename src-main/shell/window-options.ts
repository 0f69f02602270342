import type { BrowserWindowConstructorOptions } from 'electron'
import type { Area } from './window-state.ts'
import { minimumSize } from './window-state.ts'

/** What decides how a window looks and what it may do. */
export interface WindowLook {
  readonly title: string
  readonly bounds: Area
  readonly dark: boolean
  /** Path of the preload bundle. */
  readonly preload: string
  /** Whether developer tools can be opened: only where the app is not packaged. */
  readonly devTools: boolean
}

/** Fluent's colorNeutralBackground2, painted before the page is: a dark desktop sees no white flash. */
const background = { light: '#fafafa', dark: '#1f1f1f' } as const

/** The options of the one window. The page is sandboxed and isolated, and knows nothing of Node. */
export const windowOptions = (options: WindowLook): BrowserWindowConstructorOptions => ({
  ...options.bounds,
  minWidth: minimumSize.width,
  minHeight: minimumSize.height,
  title: options.title,
  show: false,
  backgroundColor: options.dark ? background.dark : background.light,
  webPreferences: {
    preload: options.preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: options.devTools,
  },
})
