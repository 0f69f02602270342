import { beforeEach, expect, test } from 'vitest'
import { activateDirectoryOnline } from '../../../src-main/actions/activate-directory-online.ts'
import { depositDirectoryConfirmation } from '../../../src-main/actions/deposit-directory-confirmation.ts'
import { readDirectoryInstallationId } from '../../../src-main/actions/read-directory-installation-id.ts'
import { AppFailure } from '../../../src-main/contract/app-error.ts'
import type { TargetRef } from '../../../src-main/contract/models/target.ts'
import { WmiError } from '../../../src-main/wmi/wmi-error.ts'
import { contextOn, createFakeWindows, type FakeWindows } from './fake-windows.ts'

const here: TargetRef = { place: 'this-computer' }
const key = { key: 'productKey', lastFive: 'GHJKM' }
const online = { ...key, objectName: 'Contoso' }
const phone = { ...online, confirmationId: 'confirmationId' }

let windows: FakeWindows

beforeEach(() => {
  windows = createFakeWindows()
  windows.rows['SoftwareLicensingService'] = [{ Version: '10.0.20348.1' }]
  windows.rows['SoftwareLicensingProduct'] = []
})

const problems = async (target: TargetRef, objectName: string | null) =>
  ((await activateDirectoryOnline.check?.(contextOn(windows, { target }), { ...key, objectName })) ?? []).filter(
    ({ level }) => level === 'problem',
  )

test('it works at the computer itself, and for another one it is refused without asking it', async () => {
  expect(await problems(here, null)).toEqual([])
  windows.log.length = 0
  expect(await problems({ place: 'network', host: 'SRV01' }, null)).toMatchObject([
    { check: 'active-directory-remote' },
  ])
  expect(windows.log).toEqual([])
})

test('a computer that does not run elevated is told so', async () => {
  const findings = await activateDirectoryOnline.check?.(contextOn(windows, { target: here, elevated: false }), online)
  expect(findings).toMatchObject([{ check: 'needs-elevation', level: 'problem' }])
})

test('the name of the object has forty characters at most', async () => {
  expect(await problems(here, 'x'.repeat(40))).toEqual([])
  expect(await problems(here, 'x'.repeat(41))).toMatchObject([{ check: 'object-name', field: 'objectName' }])
  expect(activateDirectoryOnline.params.safeParse({ ...key, objectName: '   ' }).success).toBe(false)
})

test('the key goes to Windows in full and is masked in title and command line', async () => {
  const inputs: unknown[] = []
  windows.methods['DoActiveDirectoryOnlineActivation'] = (_, input) => {
    inputs.push(input)
    return { ReturnValue: 0 }
  }
  const result = await activateDirectoryOnline.run(contextOn(windows, { target: here }), online, null)
  expect(inputs).toEqual([{ ProductKey: 'BBBBB-CCCCC-DDDDD-FFFFF-GHJKM', ActivationObjectName: 'Contoso' }])
  const words = [activateDirectoryOnline.title(online), activateDirectoryOnline.outcome(result)]
  expect([...words, activateDirectoryOnline.equivalent(online, here)].join(' ')).not.toContain('BBBBB')
  expect(activateDirectoryOnline.equivalent(online, here)).toBe(
    'slmgr.vbs /ad-activation-online XXXXX-XXXXX-XXXXX-XXXXX-GHJKM Contoso',
  )
})

test('what Windows refuses is thrown with its code, whether raised or returned', async () => {
  windows.methods['DoActiveDirectoryOnlineActivation'] = () => ({ ReturnValue: 0x80070005 })
  const run = activateDirectoryOnline.run(contextOn(windows, { target: here }), online, null)
  await expect(run).rejects.toMatchObject({ hresult: 0x80070005 })
  windows.methods['GenerateActiveDirectoryOfflineActivationId'] = () => ({ ReturnValue: 0xc004f014 })
  const read = readDirectoryInstallationId.run(contextOn(windows, { target: here }), key, null)
  await expect(read).rejects.toBeInstanceOf(WmiError)
})

test('an installation ID that nobody can read out is refused', async () => {
  windows.methods['GenerateActiveDirectoryOfflineActivationId'] = () => ({ ReturnValue: 0, InstallationID: '123' })
  const read = readDirectoryInstallationId.run(contextOn(windows, { target: here }), key, null)
  await expect(read).rejects.toMatchObject({ error: { code: 'licensing-refused' } })
})

test('a confirmation ID that is none is not sent to Windows, and the message does not quote it', async () => {
  // The context gives its one secret for every name: a product key is no confirmation ID.
  const run = depositDirectoryConfirmation.run(contextOn(windows, { target: here }), phone, null)
  const failure: unknown = await run.catch((thrown: unknown) => thrown)
  expect(failure).toBeInstanceOf(AppFailure)
  expect(failure).toMatchObject({ error: { code: 'invalid-input', field: 'confirmationId' } })
  expect(JSON.stringify(failure)).not.toContain('BBBBB-CCCCC')
  expect(windows.log.filter((line) => line.startsWith('call'))).toEqual([])
  expect(depositDirectoryConfirmation.secrets?.(phone)).toEqual(['productKey', 'confirmationId'])
  expect(depositDirectoryConfirmation.equivalent(phone, here)).toContain('[confirmation ID]')
})

test('an interrupted activation cannot be settled over WMI, and says where to look', async () => {
  const settled = await activateDirectoryOnline.settle(contextOn(windows, { target: here }), online, null)
  expect(settled).toMatchObject({ state: 'cannot-tell', outcome: expect.stringContaining('/ao-list') })
})
