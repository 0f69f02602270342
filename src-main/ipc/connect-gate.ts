import { ipcMain } from 'electron'
import { openRequestGate, type RequestGate } from './request-gate.ts'

/** Opens the gate on Electron's own ipcMain: the only place in the app that touches it. */
export const connectGate = (): RequestGate => openRequestGate(ipcMain)
