import { writeFile } from 'node:fs/promises'
import { dialog } from 'electron'
import type { BrowserWindow } from 'electron'
import { AppFailure, type ErrorCode } from '../contract/app-error.ts'
import type { FileService, FileToSave } from '../handlers/service-interfaces.ts'

const filters: Readonly<Record<FileToSave['kind'], Electron.FileFilter>> = {
  json: { name: 'Report', extensions: ['json'] },
  'registry-file': { name: 'Registry file', extensions: ['reg'] },
  'command-file': { name: 'Windows command script', extensions: ['cmd'] },
  'powershell-script': { name: 'PowerShell script', extensions: ['ps1'] },
  yaml: { name: 'YAML', extensions: ['yml'] },
  text: { name: 'Text', extensions: ['txt'] },
  csv: { name: 'Comma-separated values', extensions: ['csv'] },
  html: { name: 'Web page', extensions: ['html'] },
  pdf: { name: 'PDF', extensions: ['pdf'] },
}

const codes: ReadonlyMap<string, ErrorCode> = new Map([
  ['ENOSPC', 'disk-full'],
  ['EACCES', 'access-denied'],
  ['EPERM', 'access-denied'],
  ['EROFS', 'access-denied'],
])

const notSaved = (path: string, thrown: unknown): AppFailure => {
  const reason = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
  return new AppFailure(
    {
      code: codes.get(reason) ?? 'internal',
      message: `The file ${path} could not be written.`,
      remedy: 'Choose another folder, or make room there, and save it again.',
      ...(thrown instanceof Error ? { detail: thrown.message } : {}),
      retryable: true,
    },
    { cause: thrown },
  )
}

/** Saves files where the person says in a dialog of the window. The page never names a path and never learns one. */
export const createFileService = (window: () => BrowserWindow): FileService => ({
  async save({ suggestedName, kind, bytes }) {
    const { canceled, filePath } = await dialog.showSaveDialog(window(), {
      title: 'Save',
      defaultPath: suggestedName,
      filters: [filters[kind]],
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    })
    if (canceled || filePath === '') return false
    try {
      await writeFile(filePath, bytes)
    } catch (thrown) {
      throw notSaved(filePath, thrown)
    }
    return true
  },
})
