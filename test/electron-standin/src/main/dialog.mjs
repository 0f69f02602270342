import { record } from '../runtime.mjs'
import { electronModule } from '../stand-in-object.mjs'

/** Every dialog is cancelled at once: tests replace the function they care about. Electron's window argument is optional. */
const optionsOf = (/** @type {any[]} */ args) => args.at(-1) ?? {}

const answer =
  (/** @type {string} */ name, /** @type {(options: any) => any} */ cancel) =>
  (/** @type {any[]} */ ...args) => {
    record(`dialog.${name}`, optionsOf(args))
    return cancel(optionsOf(args))
  }
const noFiles = () => ({ canceled: true, filePaths: [] })
const noFile = () => ({ canceled: true, filePath: '' })
const cancelButton = (/** @type {{ cancelId?: number, defaultId?: number, buttons?: string[] }} */ options) =>
  options.cancelId ?? Math.max(0, options.buttons?.findIndex((text) => /^(cancel|no)$/i.test(text)) ?? 0)

export const dialog = electronModule('dialog', {
  showOpenDialog: async (/** @type {any[]} */ ...args) => answer('showOpenDialog', noFiles)(...args),
  showSaveDialog: async (/** @type {any[]} */ ...args) => answer('showSaveDialog', noFile)(...args),
  showMessageBox: async (/** @type {any[]} */ ...args) =>
    answer('showMessageBox', (options) => ({
      response: cancelButton(options),
      checkboxChecked: options.checkboxChecked === true,
    }))(...args),
  showOpenDialogSync: answer('showOpenDialogSync', () => undefined),
  showSaveDialogSync: answer('showSaveDialogSync', () => ''),
  showMessageBoxSync: answer('showMessageBoxSync', cancelButton),
  showErrorBox: (/** @type {string} */ title, /** @type {string} */ content) => {
    record('dialog.showErrorBox', title, content)
    process.stderr.write(`${title}\n${content}\n`)
  },
})
