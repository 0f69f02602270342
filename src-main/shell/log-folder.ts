import { mkdir } from 'node:fs/promises'
import { shell } from 'electron'
import { AppFailure } from '../contract/app-error.ts'

/** Shows a folder in the file manager, making it where it is missing. Throws AppFailure `not-found`. */
export const showFolder = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true })
  const problem = await shell.openPath(folder)
  if (problem !== '')
    throw new AppFailure({
      code: 'not-found',
      message: `The folder ${folder} could not be shown.`,
      remedy: 'Open it yourself.',
      detail: problem,
      retryable: true,
    })
}
