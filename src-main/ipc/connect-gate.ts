import { ipcMain } from 'electron'
import type { IpcMainLike } from './electron-parts.ts'
import { openRequestGate } from './request-gate.ts'

/** Opens the gate on Electron's own ipcMain: the only place in the app that touches it. */
export const connectGate = (): IpcMainLike => openRequestGate(ipcMain)
