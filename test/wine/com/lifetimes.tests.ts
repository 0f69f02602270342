import assert from 'node:assert/strict'
import { comLibrary } from '../../../src-main/wmi/com/com-library.ts'
import type { Ledger } from '../../../src-main/wmi/com/ledger.ts'
import { test, wmiErrorOf } from '../harness.ts'
import { registry } from './registry.ts'
import { comSite, withSession } from './site.ts'

const held = ({ interfacePointers, bstrs, variants, identities, callsOnWorkers }: Ledger) => ({
  interfacePointers,
  bstrs,
  variants,
  identities,
  callsOnWorkers,
})
const nothing = { interfacePointers: 0, bstrs: 0, variants: 0, identities: 0, callsOnWorkers: 0 }

const collect = (): void => (globalThis as { gc?: () => void }).gc?.()

test('after all that, every pointer, BSTR and VARIANT has been given back', async () => {
  const { ledger } = await comLibrary()
  assert.ok(ledger.pointersReceived > 20 && ledger.bstrsAllocated > 50, 'the ledger counts at all')
  assert.deepEqual(held(ledger), nothing)
})

test('memory stays flat over a thousand queries', () =>
  withSession('root\\cimv2', async (session) => {
    const query = () => session.query('SELECT * FROM Win32_OperatingSystem')
    for (let round = 0; round < 300; round += 1) await query()
    collect()
    const before = process.memoryUsage().rss
    for (let round = 0; round < 1000; round += 1) await query()
    collect()
    const grown = (process.memoryUsage().rss - before) / 1024 / 1024
    assert.ok(grown < 16, `the process grew by ${grown.toFixed(1)} MiB`)
    const { ledger } = await comLibrary()
    assert.deepEqual(held(ledger), { ...nothing, interfacePointers: 1 })
  }))

test('failed calls leave nothing behind either', async () => {
  await withSession('root\\default', async (session) => {
    for (let round = 0; round < 50; round += 1) {
      await wmiErrorOf(session.call('NoSuchClass', 'Anything'))
      await wmiErrorOf(session.call('StdRegProv', 'NoSuchMethod'))
      await wmiErrorOf(registry(session, 'SetDWORDValue', { sValueName: 'N', uValue: 'text' }))
      await wmiErrorOf(registry(session, 'SetStringValue', { sValueName: 'N', sValue: 1 }))
      await wmiErrorOf(session.query('NO WQL'))
    }
  })
  await wmiErrorOf(comSite().connect({ host: null }, 'root\\nosuch'))
  const { ledger } = await comLibrary()
  assert.deepEqual(held(ledger), nothing)
})

test('a cancelled call rejects at once, and what it held is given back when Windows has answered', async () => {
  const { ledger } = await comLibrary()
  const session = await comSite().connect({ host: null }, 'root\\cimv2')
  const controller = new AbortController()
  const query = session.query('SELECT * FROM Win32_Service', controller.signal)
  controller.abort()
  const error = await wmiErrorOf(query)
  assert.equal(error.code, 'cancelled')
  assert.match(error.message, /Windows may still/)
  await session.close()
  while (ledger.callsOnWorkers > 0 || ledger.interfacePointers > 0) await new Promise(setImmediate)
  assert.deepEqual(held(ledger), nothing)
})

test('a call cancelled while it waits for its turn is never sent', () =>
  withSession('root\\default', async (session) => {
    await registry(session, 'CreateKey', {})
    const controller = new AbortController()
    const first = registry(session, 'SetStringValue', { sValueName: 'First', sValue: 'x' })
    const path = {
      hDefKey: 0x80000002,
      sSubKeyName: 'SOFTWARE\\ActivationFieldKitTest',
      sValueName: 'Never',
      sValue: 'x',
    }
    const second = session.call('StdRegProv', 'SetStringValue', path, controller.signal)
    controller.abort()
    assert.equal((await wmiErrorOf(second)).code, 'cancelled')
    await first
    const values = await registry(session, 'EnumValues', {})
    assert.deepEqual(values['sNames'], ['First'])
    await registry(session, 'DeleteKey', {})
  }))

test('a deadline ends the wait with a timeout', async () => {
  const session = await comSite({ query: 0 }).connect({ host: null }, 'root\\cimv2')
  const error = await wmiErrorOf(session.query('SELECT * FROM Win32_Service'))
  assert.equal(error.code, 'timeout')
  await session.close()
})

test('a closed session refuses further calls', async () => {
  const session = await comSite().connect({ host: null }, 'root\\cimv2')
  await session.close()
  await session.close()
  await wmiErrorOf(session.query('SELECT Name FROM Win32_OperatingSystem'))
})
