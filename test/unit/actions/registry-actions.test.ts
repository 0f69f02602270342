import { beforeEach, describe, expect, it } from 'vitest'
import { removeRegistryValue } from '../../../src-main/actions/remove-registry-value.ts'
import { setRegistryValue } from '../../../src-main/actions/set-registry-value.ts'
import { contextOn, createFakeWindows, type FakeWindows } from './fake-windows.ts'

const path = String.raw`SOFTWARE\Contoso\Kit`
const text = { path, name: 'Greeting', type: 'REG_SZ', data: 'hello' } as const
let windows: FakeWindows
const key = () => windows.registry.get(path.toLowerCase())
const count = (method: string) => windows.log.filter((line) => line === `call ${method}`).length

beforeEach(() => {
  windows = createFakeWindows()
})

describe('setting a registry value', () => {
  it('makes the key where it is missing, and journals that there was nothing before', async () => {
    const context = contextOn(windows)
    const before = await setRegistryValue.before(context, text)
    const result = await setRegistryValue.run(context, text, before)
    expect(key()?.get('Greeting')).toBe('hello')
    expect(setRegistryValue.outcome(result)).toContain('there was no such value before')
  })

  it('journals what was there, writes numbers as REG_DWORD, and writes once', async () => {
    windows.registry.set(path.toLowerCase(), new Map([['Count', 3]]))
    const params = { path, name: 'Count', type: 'REG_DWORD', data: 4_000_000_000 } as const
    const context = contextOn(windows)
    const before = await setRegistryValue.before(context, params)
    expect(before).toEqual({ previous: { type: 'REG_DWORD', data: 3 } })
    await setRegistryValue.run(context, params, before)
    await setRegistryValue.run(context, params, before)
    expect(key()?.get('Count')).toBe(4_000_000_000)
    expect(count('SetDWORDValue')).toBe(1)
    expect(await setRegistryValue.settle(context, params, before)).toMatchObject({ state: 'done' })
  })

  it('is found not done while the value differs', async () => {
    windows.registry.set(path.toLowerCase(), new Map([['Greeting', 'good day']]))
    const context = contextOn(windows)
    const before = await setRegistryValue.before(context, text)
    expect(await setRegistryValue.settle(context, text, before)).toMatchObject({ state: 'not-done' })
  })

  it('says that Windows denied it', async () => {
    windows.registry.set(path.toLowerCase(), new Map())
    windows.methods['SetStringValue'] = () => ({ ReturnValue: 5 })
    await expect(setRegistryValue.run(contextOn(windows), text, { previous: null })).rejects.toMatchObject({
      code: 'access-denied',
      hresult: 0x80070005,
    })
  })

  it.each(['HKLM\\SOFTWARE\\X', 'SOFTWARE\\\\X', '\\SOFTWARE', 'SOFTWARE\\', 'SOFT\u0000WARE', ''])(
    'refuses the path %j',
    (wrong) => {
      expect(setRegistryValue.params.safeParse({ ...text, path: wrong }).success).toBe(false)
    },
  )

  it('needs elevation on this computer', async () => {
    const here = { target: { place: 'this-computer' }, elevated: false } as const
    expect(await setRegistryValue.check?.(contextOn(windows, here), text)).toMatchObject([
      { check: 'needs-elevation', level: 'problem' },
    ])
    expect(await setRegistryValue.check?.(contextOn(windows, { elevated: false }), text)).toEqual([])
  })
})

describe('deleting a registry value', () => {
  const params = { path, name: 'Greeting' }

  it('deletes it once and journals what it held', async () => {
    windows.registry.set(path.toLowerCase(), new Map([['Greeting', 'hello']]))
    const context = contextOn(windows)
    const before = await removeRegistryValue.before(context, params)
    expect(await removeRegistryValue.settle(context, params, before)).toMatchObject({ state: 'not-done' })
    const result = await removeRegistryValue.run(context, params, before)
    await removeRegistryValue.run(context, params, before)
    expect(key()?.size).toBe(0)
    expect(count('DeleteValue')).toBe(1)
    expect(removeRegistryValue.outcome(result)).toContain('"hello" before')
    expect(await removeRegistryValue.settle(context, params, before)).toMatchObject({ state: 'done' })
  })

  it('lets reg.exe do it where StdRegProv has no DeleteValue', async () => {
    windows.registry.set(path.toLowerCase(), new Map([['Greeting', 'hello']]))
    delete windows.methods['DeleteValue']
    const started: unknown[] = []
    windows.methods['Create'] = (_, { CommandLine }) => {
      started.push(CommandLine)
      key()?.delete('Greeting')
      return { ReturnValue: 0 }
    }
    await removeRegistryValue.run(contextOn(windows), params, { previous: null })
    expect(started).toEqual([String.raw`reg delete "HKLM\SOFTWARE\Contoso\Kit" /v "Greeting" /f`])
  })

  it('never puts a name that could end the argument on a command line', async () => {
    const evil = { path, name: 'x" & calc' }
    windows.registry.set(path.toLowerCase(), new Map([[evil.name, 'hello']]))
    delete windows.methods['DeleteValue']
    windows.methods['Create'] = () => ({ ReturnValue: 0 })
    await expect(removeRegistryValue.run(contextOn(windows), evil, { previous: null })).rejects.toMatchObject({
      hresult: 0x8004102e,
    })
    expect(count('Create')).toBe(0)
  })

  it('says that the value is still there where nothing deleted it', async () => {
    windows.registry.set(path.toLowerCase(), new Map([['Greeting', 'hello']]))
    windows.methods['DeleteValue'] = () => ({ ReturnValue: 0 })
    await expect(removeRegistryValue.run(contextOn(windows), params, { previous: null })).rejects.toThrow('still there')
  })
})
