import assert from 'node:assert/strict'
import { objectPath } from '../../../src-main/wmi/wql.ts'
import { hresults } from '../../../src-main/wmi/wmi-error.ts'
import { test, wmiErrorOf } from '../harness.ts'
import { regQuery, registry, testKey } from './registry.ts'
import { withSession } from './site.ts'

const registryNamespace = 'root\\default'

test('StdRegProv makes a key, sets a string and reads it back', () =>
  withSession(registryNamespace, async (session) => {
    await registry(session, 'DeleteKey', {})
    assert.equal((await registry(session, 'CreateKey', {}))['ReturnValue'], 0)
    const value = 'Größe "7" \\ ключ'
    await registry(session, 'SetStringValue', { sValueName: 'Plain', sValue: 'kms01.example.test' })
    assert.equal(regQuery('Plain'), 'REG_SZ kms01.example.test')
    const set = await registry(session, 'SetStringValue', { sValueName: 'Text', sValue: value })
    assert.equal(set['ReturnValue'], 0)
    const read = await registry(session, 'GetStringValue', { sValueName: 'Text' })
    assert.equal(read['ReturnValue'], 0)
    assert.equal(read['sValue'], value)
    const missing = await registry(session, 'GetStringValue', { sValueName: 'Absent' })
    assert.equal(missing['ReturnValue'], 2, 'ERROR_FILE_NOT_FOUND')
  }))

test('a DWORD above 2^31 arrives unsigned', () =>
  withSession(registryNamespace, async (session) => {
    for (const number of [0, 1688, 0x7fffffff, 0x80000000, 0xffffffff]) {
      const set = await registry(session, 'SetDWORDValue', { sValueName: 'Number', uValue: number })
      assert.equal(set['ReturnValue'], 0)
      assert.equal(regQuery('Number'), `REG_DWORD 0x${number.toString(16)}`)
    }
  }))

test('EnumValues brings arrays of names and of numbers', () =>
  withSession(registryNamespace, async (session) => {
    const values = await registry(session, 'EnumValues', {})
    assert.equal(values['ReturnValue'], 0)
    assert.deepEqual(new Set(values['sNames'] as string[]), new Set(['Number', 'Plain', 'Text']))
    assert.deepEqual(new Set(values['Types'] as number[]), new Set([4, 1]))
  }))

test('a key is removed, and then it is gone', () =>
  withSession(registryNamespace, async (session) => {
    const keys = { hDefKey: 0x80000002, sSubKeyName: 'SOFTWARE' }
    const names = async () => (await session.call('StdRegProv', 'EnumKey', keys))['sNames'] as string[]
    const name = testKey.split('\\')[1] ?? ''
    assert.ok((await names()).includes(name))
    assert.equal((await registry(session, 'DeleteKey', {}))['ReturnValue'], 0)
    assert.ok(!(await names()).includes(name))
  }))

test('a service is started and stopped by its object path', () =>
  withSession('root\\cimv2', async (session) => {
    const path = objectPath('Win32_Service', 'Name', 'sppsvc')
    assert.equal((await session.call(path, 'StartService'))['ReturnValue'], 0)
    const [running = {}] = await session.query("SELECT State FROM Win32_Service WHERE Name='sppsvc'")
    assert.equal(running['State'], 'Running')
    assert.equal((await session.call(path, 'StopService'))['ReturnValue'], 0)
  }))

test('a method that does not exist is refused', () =>
  withSession(registryNamespace, async (session) => {
    const error = await wmiErrorOf(session.call('StdRegProv', 'NoSuchMethod'))
    assert.ok([hresults.wbemInvalidMethod, hresults.wbemNotFound].includes(error.hresult as never))
  }))

test('a parameter that does not exist, or does not fit, is named and its value is not', () =>
  withSession(registryNamespace, async (session) => {
    const unknown = await wmiErrorOf(registry(session, 'GetStringValue', { sNoSuchName: 'canary-value' }))
    assert.equal(unknown.hresult, hresults.wbemInvalidMethodParameters)
    assert.match(unknown.message, /sNoSuchName/)
    const unfit = await wmiErrorOf(registry(session, 'SetDWORDValue', { sValueName: 'N', uValue: 'canary-value' }))
    assert.match(unfit.message, /uValue/)
    const tooLarge = await wmiErrorOf(registry(session, 'SetDWORDValue', { sValueName: 'N', uValue: 2 ** 32 }))
    assert.match(tooLarge.message, /uValue/)
    for (const error of [unknown, unfit, tooLarge]) assert.ok(!error.message.includes('canary-value'))
    const none = await wmiErrorOf(session.call('Win32_Service', 'StartService', { Name: 'x' }))
    assert.equal(none.operation, 'call')
  }))

test('the deletion of an instance reaches WMI, which says no as an error of its own', () =>
  withSession('root\\cimv2', async (session) => {
    const path = objectPath('Win32_Service', 'Name', 'sppsvc')
    const error = await wmiErrorOf(session.deleteInstance(path))
    assert.equal(error.operation, 'call')
    // Wine deletes nothing and says so; that the session works on shows that the call was made as it must be.
    assert.equal(error.hresult, hresults.wbemFailed)
    assert.equal((await session.query("SELECT State FROM Win32_Service WHERE Name='sppsvc'")).length, 1)
  }))
