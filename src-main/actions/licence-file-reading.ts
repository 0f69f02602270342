import { readdir, readFile } from 'node:fs/promises'
import { win32 } from 'node:path'
import { AppFailure } from '../contract/app-error.ts'
import type { TargetRef } from '../contract/models/target.ts'
import { fictionalLicenceFiles } from '../licensing/fictional-licence-files.ts'
import { decodeText } from '../licensing/text-encoding.ts'

/** A licence file: its name and its text. */
export interface LicenceFile {
  readonly name: string
  readonly text: string
}

/** Below the Windows folder: slmgr looks at the sub-folders of the first and at all of the second (slmgr.md 1.3, /rilc). */
export const licenceFolders = { tokens: ['System32', 'spp', 'tokens'], oem: ['System32', 'oem'] } as const

const isLicence = (name: string): boolean => name.toLowerCase().endsWith('.xrm-ms')

/** Reads a licence file in the encoding that its bytes tell. Throws AppFailure `invalid-input` where it is no text. */
export const readLicenceFile = async (path: string): Promise<string> => {
  const text = decodeText(await readFile(path))
  if (text !== null && text.trim() !== '') return text
  throw new AppFailure({
    code: 'invalid-input',
    message: `The licence file ${win32.basename(path)} is ${text === null ? 'in an encoding that Windows does not write' : 'empty'}.`,
    remedy: 'Copy the file from its source again.',
    field: 'LICENCE-FILE',
    retryable: false,
  })
}

const filesBelow = async (folder: string): Promise<readonly { readonly folder: string; readonly name: string }[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && isLicence(entry.name))
    .map(({ parentPath, name }) => ({ folder: parentPath, name }))

const isMissing = (thrown: unknown): boolean => thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT'

/** The licence files of the system in their order. `root` is the Windows folder. Throws where the tokens cannot be read. */
const systemLicenceFiles = async (
  root: string,
  join: (...parts: string[]) => string,
): Promise<readonly LicenceFile[]> => {
  const tokens = join(root, ...licenceFolders.tokens)
  const found = (await filesBelow(tokens)).filter(({ folder }) => folder !== tokens)
  const oem = await filesBelow(join(root, ...licenceFolders.oem)).catch((thrown: unknown) => {
    if (isMissing(thrown)) return []
    throw thrown
  })
  const paths = [...found, ...oem].map(({ folder, name }) => ({ name, path: join(folder, name) }))
  return Promise.all(paths.map(async ({ name, path }) => ({ name, text: await readLicenceFile(path) })))
}

/** The finding's sentence for a computer whose files cannot be had: WMI tells names of files and not what is in them. */
export const remoteReinstallRefused = {
  message:
    'The licence files of another computer cannot be read over WMI, and those of this computer may belong to another edition.',
  remedy: 'Run the app on that computer, or slmgr.vbs /rilc there. Single files can be installed with /ilc.',
} as const

/**
 * The licence files that Windows brought along: of the computer that the app runs on, as in slmgr; of a Lab computer, made-up
 * ones. Throws AppFailure `invalid-input` for any other computer, `not-found` where this one has none.
 */
export const readSystemLicenceFiles = async (
  target: TargetRef,
  root: string | undefined = process.env['SystemRoot'],
  join: (...parts: string[]) => string = win32.join,
): Promise<readonly LicenceFile[]> => {
  switch (target.place) {
    case 'lab':
      return fictionalLicenceFiles
    case 'network':
      throw new AppFailure({ code: 'invalid-input', ...remoteReinstallRefused, retryable: false })
    case 'this-computer': {
      const files = root === undefined ? [] : await systemLicenceFiles(root, join)
      if (files.length > 0) return files
      throw new AppFailure({
        code: 'not-found',
        message: 'No licence files were found in the Windows folder of this computer.',
        remedy: 'Repair Windows with sfc /scannow, then try again.',
        retryable: false,
      })
    }
  }
}
