import { BrowserWindow } from 'electron'
import type { BrowserWindowConstructorOptions } from 'electron'
import { appPage } from './app-scheme.ts'
import type { Area, WindowState } from './window-state.ts'
import { minimumSize } from './window-state.ts'

/** What a window is made of. */
export interface MainWindowOptions {
  readonly title: string
  readonly bounds: Area
  readonly maximized: boolean
  readonly dark: boolean
  /** Path of the preload bundle. */
  readonly preload: string
  /** Whether developer tools can be opened: only where the app is not packaged. */
  readonly devTools: boolean
  /** Told whenever the window has been moved, resized, maximised or restored. */
  onMoved(state: WindowState): void
}

/** Fluent's colorNeutralBackground2, painted before the page is: a dark desktop sees no white flash. */
const background = { light: '#fafafa', dark: '#1f1f1f' } as const

/** The options of the one window. The page is sandboxed and isolated, and knows nothing of Node. */
export const windowOptions = (options: MainWindowOptions): BrowserWindowConstructorOptions => ({
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

/** Creates the window and begins to load the page. It shows itself once the page has painted. */
export const createMainWindow = (options: MainWindowOptions): BrowserWindow => {
  const window = new BrowserWindow(windowOptions(options))
  const moved = (): void => options.onMoved({ ...window.getNormalBounds(), maximized: window.isMaximized() })
  window.on('resize', moved)
  window.on('move', moved)
  window.on('maximize', moved)
  window.on('unmaximize', moved)
  window.once('ready-to-show', () => {
    if (options.maximized) window.maximize()
    window.show()
  })
  window.on('page-title-updated', (event) => event.preventDefault())
  void window.loadURL(appPage)
  return window
}
