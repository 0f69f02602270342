import { BrowserWindow } from 'electron'
import { appPage } from './app-scheme.ts'
import type { WindowLook } from './window-options.ts'
import { windowOptions } from './window-options.ts'
import type { WindowState } from './window-state.ts'

/** What a window is made of. */
export interface MainWindowOptions extends WindowLook {
  readonly maximized: boolean
  /** Told whenever the window has been moved, resized, maximised or restored. */
  onMoved(state: WindowState): void
}

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
