import { contextBridge, ipcRenderer } from 'electron'
import { bridgeGlobal } from '../contract/channels.ts'
import { createRawBridge } from './raw-bridge.ts'

contextBridge.exposeInMainWorld(bridgeGlobal, createRawBridge(ipcRenderer))
