import { join } from 'node:path'
import { app, Menu, nativeTheme, screen } from 'electron'
import type { BrowserWindow } from 'electron'
import { errorFields } from '../logging/logger.ts'
import type { Logger } from '../logging/logger.ts'
import { Appearance, usualAppearance } from './appearance.ts'
import type { CommandSource } from './command-source.ts'
import { guardPage } from './failure-guard.ts'
import { createMainWindow } from './main-window.ts'
import { menuTemplate } from './menu.ts'
import { createStateFile } from './state-file.ts'
import { placeWindow, WindowState } from './window-state.ts'

/** What the window needs besides itself. */
export interface OpenWindowParts {
  readonly logger: Logger
  readonly commands: CommandSource
  /** Path of the preload bundle. */
  readonly preload: string
  readonly devTools: boolean
  openLogFolder(): Promise<void>
}

/** The open window. */
export interface OpenWindow {
  readonly window: BrowserWindow
  /** Writes what is remembered of the window. Never rejects. */
  flush(): Promise<void>
}

/** Opens the one window where and how it was left, with its menu. */
export const openWindow = async (parts: OpenWindowParts): Promise<OpenWindow> => {
  const { logger, commands, devTools } = parts
  const folder = app.getPath('userData')
  const windowFile = createStateFile({ path: join(folder, 'window.json'), schema: WindowState, logger })
  const appearanceFile = createStateFile({ path: join(folder, 'appearance.json'), schema: Appearance, logger })
  const [remembered, appearance] = await Promise.all([windowFile.load(), appearanceFile.load()])
  const { theme } = appearance ?? usualAppearance
  nativeTheme.themeSource = theme

  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id)
  const window = createMainWindow({
    title: 'Activation Field Kit',
    bounds: placeWindow(remembered, [primary.workArea, ...others.map(({ workArea }) => workArea)]),
    maximized: remembered?.maximized ?? false,
    dark: nativeTheme.shouldUseDarkColors,
    preload: parts.preload,
    devTools,
    onMoved: windowFile.save,
  })
  guardPage(window, logger)
  const template = menuTemplate({
    theme,
    devTools,
    command: (command) => commands.send(command),
    chooseTheme: (chosen) => {
      nativeTheme.themeSource = chosen
      appearanceFile.save({ theme: chosen })
    },
    openLogFolder: () => {
      parts.openLogFolder().catch((thrown: unknown) => logger.warn('The log folder was not shown', errorFields(thrown)))
    },
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  return {
    window,
    flush: async () => {
      await Promise.all([windowFile.flush(), appearanceFile.flush()])
    },
  }
}
