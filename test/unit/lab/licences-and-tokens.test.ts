import { describe, expect, it } from 'vitest'
import type { LabSession } from '../../../src-main/lab/open-lab.ts'
import { quickContoso } from './contoso-fixture.ts'
import { hresultOf, quickFabrikam } from './fabrikam-fixture.ts'
import { connectTo, eventData, keyedProduct, pathOf, service } from './lab-fixture.ts'

const onService = async (session: LabSession, method: string, input = {}): Promise<unknown> =>
  session.call(pathOf(await service(session)), method, input)
const onProduct = async (session: LabSession, method: string, input = {}): Promise<Record<string, unknown>> => ({
  ...(await session.call(pathOf(await keyedProduct(session)), method, input)),
})

const licence = `\uFEFF<?xml version="1.0" encoding="utf-8"?>
<!-- made up --><rg:licenseGroup xmlns:rg="urn:mpeg:mpeg21:2003:01-REL-SX-NS"><r:license xmlns:r="urn:x">
<tm:infoStr name="title">A made-up licence</tm:infoStr></r:license></rg:licenseGroup>`

describe('a licence file', () => {
  it.each(['pc001', 'kms01'])('is taken by %s and leaves event 1004', async (host) => {
    const session = await connectTo(quickContoso(), host)
    await onService(session, 'InstallLicense', { License: licence })
    await onService(session, 'InstallLicensePackage', { LicensePackage: licence })
    expect(await eventData(session, 'Application', 1004)).toEqual([['A made-up licence'], ['A made-up licence']])
  })

  it.each(['', 'not XML', '<html></html>', '<r:license xmlns:r="urn:x">', '{"license":1}'])(
    'that is none is refused: %j',
    async (text) => {
      const session = await connectTo(quickFabrikam(), 'pc01')
      expect(await hresultOf(onService(session, 'InstallLicense', { License: text }))).toBe(0xc004f01f)
      expect(await hresultOf(onService(session, 'InstallLicensePackage', { LicensePackage: text }))).toBe(0xc004f020)
      expect(await eventData(session, 'Application', 1004)).toEqual([])
    },
  )
})

describe('token-based activation', () => {
  it('lists its licences and takes one away', async () => {
    const session = await connectTo(quickFabrikam(), 'token01')
    const rows = await session.query('SELECT * FROM SoftwareLicensingTokenActivationLicense')
    expect(rows).toMatchObject([{ ILVID: 2, AuthorizationStatus: 0, AdditionalInfo: 'Fabrikam smart cards' }])
    expect(rows[0]?.['ExpirationDate']).toBeInstanceOf(Date)
    expect((await onProduct(session, 'GetTokenActivationGrants'))['Grants']).toHaveLength(1)
    await session.call(String(rows[0]?.['__RELPATH']), 'Uninstall')
    expect(await session.query('SELECT ID FROM SoftwareLicensingTokenActivationLicense')).toEqual([])
    expect(await hresultOf(session.call(String(rows[0]?.['__RELPATH']), 'Uninstall'))).toBe(0x80041002)
    expect(await hresultOf(onProduct(session, 'GetTokenActivationGrants'))).toBe(0xc004f304)
  })

  it('gives a challenge, and takes no response without a certificate', async () => {
    const session = await connectTo(quickFabrikam(), 'token01')
    const { Challenge } = await onProduct(session, 'GenerateTokenActivationChallenge')
    const deposit = (challenge: unknown): Promise<unknown> =>
      onProduct(session, 'DepositTokenActivationResponse', { Challenge: challenge, Response: 'r', CertChain: 'c' })
    expect(await hresultOf(deposit('another'))).toBe(0xc004f309)
    expect(await hresultOf(deposit(Challenge))).toBe(0xc004f303)
    expect(await hresultOf(onProduct(session, 'Activate'))).toBe(0xc004f305)
  })

  it.each([
    ['contoso', quickContoso, 'pc001'],
    ['fabrikam', quickFabrikam, 'pc01'],
  ])('is refused in %s where no licence is installed', async (_name, open, host) => {
    const session = await connectTo(open(), host)
    expect(await hresultOf(onProduct(session, 'GetTokenActivationGrants'))).toBe(0xc004f304)
    expect(await hresultOf(onProduct(session, 'GenerateTokenActivationChallenge'))).toBe(0xc004f304)
    const unkeyed = await session.query('SELECT ID FROM SoftwareLicensingProduct WHERE PartialProductKey = null')
    expect(await hresultOf(session.call(String(unkeyed[0]?.['__RELPATH']), 'GetTokenActivationGrants'))).toBe(
      0xc004f014,
    )
  })
})

describe('policies of a licence', () => {
  it('answer by type, and fail where there is none', async () => {
    const session = await connectTo(quickFabrikam(), 'pc01')
    const [os] = await session.query('SELECT OperatingSystemSKU FROM Win32_OperatingSystem')
    const number = (name: string): Promise<Record<string, unknown>> =>
      onProduct(session, 'GetPolicyInformationDWord', { PolicyName: name })
    const words = (name: string): Promise<Record<string, unknown>> =>
      onProduct(session, 'GetPolicyInformationString', { PolicyName: name })
    expect((await number('kernel-ProductInfo'))['PolicyValue']).toBe(os?.['OperatingSystemSKU'])
    expect((await words('Security-SPP-Action-StateData'))['PolicyValue']).toMatch(/^AppId=55c92734-/)
    expect(await hresultOf(number('Nothing'))).toBe(0xc004f012)
    expect(await hresultOf(words('Kernel-ProductInfo'))).toBe(0xc004f012)
  })
})
