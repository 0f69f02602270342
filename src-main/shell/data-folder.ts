import { mkdirSync, mkdtempSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import type { AppInfo } from '../contract/models/app-info.ts'

/** Name of the data folder beside the portable program. */
export const portableFolderName = 'Activation Field Kit data'

/** Where the app keeps its data, and what people must know about it. */
export interface DataFolder {
  readonly path: string
  readonly notices: AppInfo['notices']
}

/** Whether a folder can be made and written in. Nothing is left in it. */
const canWrite = (folder: string): boolean => {
  try {
    mkdirSync(folder, { recursive: true })
    rmdirSync(mkdtempSync(join(folder, 'probe-')))
    return true
  } catch {
    return false
  }
}

/**
 * The folder of the app's data. The portable program (electron-builder sets PORTABLE_EXECUTABLE_DIR for it) keeps everything
 * beside itself, so that it can be carried on a stick; from a medium that cannot be written to it falls back to the usual
 * folder of the person, with a notice. Never throws.
 * @param portable the folder of the portable program; undefined where the app is installed
 * @param usual Electron's own folder for this person
 */
export const dataFolder = (portable: string | undefined, usual: string): DataFolder => {
  if (portable === undefined || portable === '') return { path: usual, notices: [] }
  const beside = join(portable, portableFolderName)
  if (canWrite(beside)) return { path: beside, notices: [] }
  return {
    path: usual,
    notices: [
      {
        level: 'warning',
        message: `The folder of the portable program (${portable}) cannot be written to. The app keeps its data on this computer instead: ${usual}.`,
        remedy:
          'To carry computers, plans and the journal along, take away the write protection of the medium and start the app again.',
      },
    ],
  }
}
