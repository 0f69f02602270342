import { app, dialog } from 'electron'
import type { BrowserWindow } from 'electron'
import { errorFields } from '../logging/logger.ts'
import type { Logger } from '../logging/logger.ts'

/** What the guards work with. */
export interface FailureParts {
  readonly logger: Logger
  /** Writes a line before it returns; the process is about to end. */
  logNow(message: string, fields: Readonly<Record<string, unknown>>): void
  redact(text: string): string
}

/**
 * Catches what nothing else caught. An exception means that main can no longer be trusted: it is logged, said in a
 * dialog with masked text, and the app ends; the journal on disk knows what was under way. A forgotten rejection is
 * logged.
 */
export const guardProcess = ({ logger, logNow, redact }: FailureParts): void => {
  process.on('uncaughtException', (error) => {
    logNow('An exception ended the app', errorFields(error))
    dialog.showErrorBox(
      'The Activation Field Kit has to close',
      redact(
        `Something unexpected happened inside the app: ${error.message}\n\n` +
          'What was under way is in the journal. Start the app again to see it and to go on.',
      ),
    )
    app.exit(1)
  })
  process.on('unhandledRejection', (reason) => logger.error('A failure was not handled', errorFields(reason)))
  app.on('child-process-gone', (_, { type, reason, exitCode, name }) => {
    // The app itself kills an engine whose call hangs, and spare ones that are no longer needed.
    const expected = reason === 'clean-exit' || reason === 'killed'
    logger[expected ? 'info' : 'warn']('A process ended', { type, reason, exitCode, name: name ?? null })
  })
}

/** Offers to load the page again when its process has died. A running plan is not touched by it. */
export const guardPage = (window: BrowserWindow, logger: Logger): void => {
  window.webContents.on('render-process-gone', (_, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    logger.error('The page ended', { reason, exitCode })
    const ask = async (): Promise<void> => {
      const { response } = await dialog.showMessageBox(window, {
        type: 'error',
        title: 'The window stopped working',
        message: 'The window stopped working.',
        detail: 'A running plan goes on. Load the window again to see it.',
        buttons: ['Load again', 'Close the app'],
        defaultId: 0,
        noLink: true,
      })
      if (response === 0) window.webContents.reload()
      else window.close()
    }
    ask().catch((thrown: unknown) => logger.error('The window could not be loaded again', errorFields(thrown)))
  })
}
