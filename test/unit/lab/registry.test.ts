import { describe, expect, it } from 'vitest'
import type { CimObject, CimValue } from '../../../src-main/wmi/cim-values.ts'
import { connectTo, licensingKey, localMachine, quickLab } from './lab-fixture.ts'

const registryOf = async (): Promise<(method: string, input: Record<string, CimValue>) => Promise<CimObject>> => {
  const session = await connectTo(quickLab(), 'kms01', 'root\\default')
  return (method, input) => session.call('StdRegProv', method, { hDefKey: localMachine, ...input })
}

describe('StdRegProv', () => {
  it('keeps the type of a value', async () => {
    const call = await registryOf()
    const value = { sSubKeyName: licensingKey, sValueName: 'KeyManagementServicePort' }
    expect(await call('SetStringValue', { ...value, sValue: '1690' })).toMatchObject({ ReturnValue: 0 })
    expect(await call('GetStringValue', value)).toMatchObject({ ReturnValue: 0, sValue: '1690' })
    expect(await call('GetDWORDValue', value)).toMatchObject({ ReturnValue: 13 })
    expect(await call('EnumValues', { sSubKeyName: licensingKey })).toMatchObject({
      sNames: ['KeyManagementServicePort'],
      Types: [1],
    })
  })

  it('tells what is missing', async () => {
    const call = await registryOf()
    const missing = { sSubKeyName: `${licensingKey}\\None`, sValueName: 'x' }
    expect(await call('GetStringValue', missing)).toMatchObject({ ReturnValue: 2, sValue: null })
    expect(await call('SetStringValue', { ...missing, sValue: 'y' })).toMatchObject({ ReturnValue: 2 })
    expect(await call('DeleteValue', missing)).toMatchObject({ ReturnValue: 2 })
    expect(await call('CheckAccess', missing).catch((error: { hresult: number }) => error.hresult)).toBe(0x8004102f)
    expect(await call('CheckAccess', { sSubKeyName: missing.sSubKeyName })).toMatchObject({ ReturnValue: 2 })
    expect(await call('EnumKey', { hDefKey: 5, sSubKeyName: 'x' })).toMatchObject({ ReturnValue: 87 })
  })

  it('creates, lists and deletes keys', async () => {
    const call = await registryOf()
    await call('CreateKey', { sSubKeyName: `${licensingKey}\\App\\Sku` })
    expect(await call('EnumKey', { sSubKeyName: licensingKey })).toMatchObject({ sNames: ['App'] })
    expect(await call('DeleteKey', { sSubKeyName: `${licensingKey}\\App` })).toMatchObject({ ReturnValue: 5 })
    expect(await call('DeleteKey', { sSubKeyName: `${licensingKey}\\App\\Sku` })).toMatchObject({ ReturnValue: 0 })
    expect(await call('CheckAccess', { sSubKeyName: `${licensingKey}\\App` })).toMatchObject({ ReturnValue: 0 })
    expect(await call('DeleteKey', { sSubKeyName: `${licensingKey}\\App` })).toMatchObject({ ReturnValue: 0 })
    expect(await call('CheckAccess', { sSubKeyName: `${licensingKey}\\App` })).toMatchObject({ ReturnValue: 2 })
  })
})
