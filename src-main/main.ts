import { join } from 'node:path'
import { app, session, shell, utilityProcess } from 'electron'
import { connectGate } from './ipc/connect-gate.ts'
import { createLogFiles } from './logging/log-files.ts'
import { createLogger, errorFields } from './logging/logger.ts'
import { createRedaction } from './logging/redaction.ts'
import { appOrigin } from './shell/app-scheme.ts'
import { askBeforeClosing } from './shell/ask-before-closing.ts'
import { guardClose } from './shell/close-guard.ts'
import { dataFolder } from './shell/data-folder.ts'
import { createCommandSource } from './shell/command-source.ts'
import { readElevation } from './shell/elevation.ts'
import { guardProcess } from './shell/failure-guard.ts'
import { hardenSession } from './shell/harden-session.ts'
import { lockContents } from './shell/lock-contents.ts'
import { showFolder } from './shell/log-folder.ts'
import { openWindow } from './shell/open-window.ts'
import { endInOrder } from './shell/orderly-end.ts'
import { prepareProcess } from './shell/prepare-process.ts'
import { printPdf } from './shell/print-pdf.ts'
import { createFileService } from './shell/save-file.ts'

const built = (...path: string[]): string => join(import.meta.dirname, '..', ...path)

const run = async (): Promise<void> => {
  const devTools = !app.isPackaged
  const redaction = createRedaction()
  const data = dataFolder(process.env['PORTABLE_EXECUTABLE_DIR'], app.getPath('userData'))
  app.setPath('userData', data.path)
  const files = createLogFiles(join(data.path, 'logs'), redaction.value)
  const logger = createLogger(files.write)
  guardProcess({
    logger,
    redact: redaction.text,
    logNow: (message, fields) => createLogger(files.writeNow).error(message, fields),
  })
  app.on('web-contents-created', (_, contents) =>
    lockContents(contents, { logger, openExternal: (link) => shell.openExternal(link) }),
  )
  app.on('window-all-closed', () => app.quit())

  // Read while Chromium gets ready.
  const reading = readElevation().catch((thrown: unknown) => {
    logger.warn('Windows did not say whether the app is elevated', errorFields(thrown))
    return null
  })
  const gate = connectGate()
  await app.whenReady()
  hardenSession(session.defaultSession, { pages: built('renderer'), devTools })
  const elevated = await reading

  const commands = createCommandSource()
  const openLogFolder = (): Promise<void> => showFolder(files.folder)
  const preload = built('preload', 'preload.cjs')
  const { window, flush } = await openWindow({ logger, commands, preload, devTools, openLogFolder })
  const windowId = window.webContents.id
  const shown = new Promise<void>((resolve) => window.once('ready-to-show', () => resolve()))
  app.on('second-instance', () => {
    if (window.isDestroyed()) return
    if (window.isMinimized()) window.restore()
    window.focus()
  })

  // The bulk of the app loads once the page has its own files, which main serves, and while it draws itself.
  await Promise.race([gate.asked, shown])
  const { serveWindow } = await import('./serve-window.ts')
  const { plans, warmUp, close, abortAll } = serveWindow({
    userData: data.path,
    notices: data.notices,
    version: app.getVersion(),
    elevated,
    logger,
    redaction,
    commands,
    openLogFolder,
    files: createFileService(() => window),
    printPdf,
    forkEngine: ({ serviceName, env }) => utilityProcess.fork(built('main', 'engine.js'), [], { serviceName, env }),
    ipcMain: gate.ipcMain,
    origin: appOrigin,
    windowId,
  })

  guardClose(window, { work: plans, logger, ask: () => askBeforeClosing(window), quit: () => app.quit() })
  void shown.then(warmUp)
  endInOrder(app, [async () => abortAll(), close, flush, files.flush], logger)
  logger.info('The app started', { version: app.getVersion(), platform: process.platform, elevated })
}

prepareProcess()
if (app.requestSingleInstanceLock())
  run().catch((thrown: unknown) =>
    // A start that fails is fatal: the process guard shows it and ends the app.
    process.nextTick(() => {
      throw thrown
    }),
  )
else app.quit()
