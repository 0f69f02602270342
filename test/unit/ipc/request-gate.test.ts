import { describe, expect, it } from 'vitest'
import { wire } from '../../../src-main/contract/channels.ts'
import { openRequestGate } from '../../../src-main/ipc/request-gate.ts'
import { FakeContents, FakeFrame, FakeIpcMain } from './fake-electron.ts'

const event = { sender: new FakeContents(1), senderFrame: new FakeFrame() }

describe('the gate before the router', () => {
  it('lets a request wait until the router is there, and hands it over as it came', async () => {
    const ipcMain = new FakeIpcMain()
    const { ipcMain: gate } = openRequestGate(ipcMain)
    const answer = ipcMain.invoke(wire.call, event, 'app.info', 'request-1', undefined)
    const heard: unknown[] = []
    gate.handle(wire.call, async (...args) => {
      heard.push(args)
      return 'answered'
    })
    expect(await answer).toBe('answered')
    expect(heard).toEqual([[event, 'app.info', 'request-1', undefined]])
  })

  it('passes later requests, subscriptions and cancellations on', async () => {
    const ipcMain = new FakeIpcMain()
    const { ipcMain: gate } = openRequestGate(ipcMain)
    const cancelled = new Promise((resolve) => gate.on(wire.cancel, (_event, id) => resolve(id)))
    gate.handle(wire.call, async () => 'call')
    gate.handle(wire.listen, async () => 'listen')
    ipcMain.send(wire.cancel, event, 'request-2')
    expect(await cancelled).toBe('request-2')
    expect(await ipcMain.invoke(wire.call, event)).toBe('call')
    expect(await ipcMain.invoke(wire.listen, event)).toBe('listen')
  })

  it('tells when the page asks for the first time', async () => {
    const ipcMain = new FakeIpcMain()
    const { asked, ipcMain: gate } = openRequestGate(ipcMain)
    const answer = ipcMain.invoke(wire.listen, event)
    await expect(asked).resolves.toBeUndefined()
    gate.handle(wire.listen, async () => 'listening')
    expect(await answer).toBe('listening')
  })

  it('fails a request as the router fails it', async () => {
    const ipcMain = new FakeIpcMain()
    const { ipcMain: gate } = openRequestGate(ipcMain)
    gate.handle(wire.call, () => Promise.reject(new Error('the router is broken')))
    await expect(ipcMain.invoke(wire.call, event)).rejects.toThrow('the router is broken')
  })
})
