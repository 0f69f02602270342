import { ipcMain } from 'electron'
import type { Router, RouterParts } from './router.ts'
import { startRouter } from './router.ts'

/** Starts the router on Electron's own ipcMain: the only place in the app that touches it. */
export const connectRouter = (parts: Omit<RouterParts, 'ipcMain'>): Router => startRouter({ ...parts, ipcMain })
