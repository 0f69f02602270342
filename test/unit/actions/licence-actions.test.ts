import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { installLicenceFile } from '../../../src-main/actions/install-licence-file.ts'
import { listTokenLicences } from '../../../src-main/actions/list-token-licences.ts'
import { readSystemLicenceFiles } from '../../../src-main/actions/licence-file-reading.ts'
import { reinstallLicences } from '../../../src-main/actions/reinstall-licences.ts'
import { removeTokenLicence } from '../../../src-main/actions/remove-token-licence.ts'
import { AppFailure } from '../../../src-main/contract/app-error.ts'
import { WmiError } from '../../../src-main/wmi/wmi-error.ts'
import { createFakeWindows, contextOn, type FakeWindows } from './fake-windows.ts'

let windows: FakeWindows
let root: string

beforeEach(() => {
  windows = createFakeWindows()
  windows.rows['SoftwareLicensingService'] = [{ Version: '10.0.20348.1' }]
  root = mkdtempSync(join(tmpdir(), 'licences-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const file = (path: string, bytes: string | Uint8Array): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), bytes)
}
const read = () => readSystemLicenceFiles({ place: 'this-computer' }, root, join)

const errorOf = async (work: Promise<unknown>) => {
  const thrown = await work.then(
    () => null,
    (failure: unknown) => failure,
  )
  if (thrown instanceof AppFailure) return thrown.error
  throw new Error(`No AppFailure: ${String(thrown)}`)
}

test('licence files are those below tokens, in any case of the suffix, then those of oem', async () => {
  file('System32/spp/tokens/direct.xrm-ms', '<skipped/>')
  file('System32/spp/tokens/skus/a/one.xrm-ms', '<one/>')
  file('System32/spp/tokens/skus/a/two.XRM-MS', '<two/>')
  file('System32/spp/tokens/skus/a/readme.txt', 'no licence')
  file('System32/oem/three.xrm-ms', '<three/>')
  const files = await read()
  expect(files.map(({ text }) => text).toSorted()).toEqual(['<one/>', '<three/>', '<two/>'])
  expect(files.at(-1)?.name).toBe('three.xrm-ms')
})

test('a computer without the folder oem has its tokens all the same', async () => {
  file('System32/spp/tokens/skus/one.xrm-ms', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('<ü/>')]))
  expect(await read()).toEqual([{ name: 'one.xrm-ms', text: '<ü/>' }])
})

test('an empty file, and a computer without files, are named', async () => {
  file('System32/spp/tokens/skus/empty.xrm-ms', '')
  expect(await errorOf(read())).toMatchObject({
    code: 'invalid-input',
    message: expect.stringContaining('empty.xrm-ms'),
  })
  rmSync(join(root, 'System32/spp/tokens/skus'), { recursive: true })
  expect(await errorOf(read())).toMatchObject({ code: 'not-found' })
})

test('the files of another computer are refused before anything is read there', async () => {
  const context = contextOn(windows, { target: { place: 'network', host: 'SRV01' } })
  const findings = await reinstallLicences.check?.(context, {})
  expect(findings?.filter(({ level }) => level === 'problem')).toMatchObject([{ check: 'licence-files' }])
  expect(await errorOf(reinstallLicences.run(context, {}, null))).toMatchObject({ code: 'invalid-input' })
  expect(windows.log).toEqual([])
})

test('installing again stops at the first file that Windows refuses, and says how far it came', async () => {
  let calls = 0
  windows.methods['InstallLicense'] = () => {
    calls += 1
    if (calls === 2) throw new WmiError('call', 0xc004f013, 'Refused.')
    return { ReturnValue: 0 }
  }
  const context = contextOn(windows, { target: { place: 'lab', scenario: 'fabrikam-2025', host: 'PC01' } })
  const error = await errorOf(reinstallLicences.run(context, {}, null))
  expect(error).toMatchObject({ hresult: 0xc004f013, code: 'licensing-refused' })
  expect(error.message).toContain('lab-edition-volume-pl.xrm-ms; 1 before it were installed')
  expect(calls).toBe(2)
})

test('a file that is no XML is warned about and left to Windows', async () => {
  const findings = await installLicenceFile.check?.(contextOn(windows), { fileName: 'a.txt', text: 'hello' })
  expect(findings).toMatchObject([{ check: 'licence-file', level: 'warning' }])
})

const licence = (ilvid: number, more = {}) => ({
  ID: `id-${ilvid}`,
  ILID: 'AbCd',
  ILVID: ilvid,
  AuthorizationStatus: 0,
  ExpirationDate: null,
  Description: 'A licence',
  AdditionalInfo: null,
  ...more,
})
const className = 'SoftwareLicensingTokenActivationLicense'

test('token licences are listed as slmgr lists them, with the error of one that may not be used', async () => {
  windows.rows[className] = [
    licence(1, { ExpirationDate: new Date('2030-01-02T03:04:05Z'), AdditionalInfo: 'Cards' }),
    licence(2, { AuthorizationStatus: 0xc004f305 }),
  ]
  const { lines } = await listTokenLicences.run(contextOn(windows), {}, null)
  expect(lines).toEqual([
    'AbCd    1',
    '    License ID (ILID): AbCd',
    '    Version ID (ILvID): 1',
    '    Valid to: 2030-01-02T03:04:05.000Z',
    '    Additional Information: Cards',
    '    Description: A licence',
    'AbCd    2',
    '    License ID (ILID): AbCd',
    '    Version ID (ILvID): 2',
    expect.stringMatching(/^ {4}Error: 0xC004F305/),
  ])
})

test('a token licence is removed by ILID without case and by a version of 32 bits', async () => {
  windows.rows[className] = [licence(4_000_000_000), licence(7)]
  windows.methods['Uninstall'] = (path) => {
    windows.rows[className] = (windows.rows[className] ?? []).filter(({ ID }) => !path.includes(String(ID)))
    return { ReturnValue: 0 }
  }
  const context = contextOn(windows)
  const params = { ilid: 'aBcD', ilvid: 4_000_000_000 }
  const before = await removeTokenLicence.before(context, params)
  expect(await removeTokenLicence.settle(context, params, before)).toMatchObject({ state: 'not-done' })
  expect(await removeTokenLicence.run(context, params, before)).toEqual({ removed: ['id-4000000000'] })
  expect(windows.rows[className]).toMatchObject([{ ILVID: 7 }])
  // After a kill the same step looks first, and does nothing twice.
  expect(await removeTokenLicence.settle(context, params, before)).toMatchObject({ state: 'done' })
  expect(await removeTokenLicence.run(context, params, before)).toEqual({ removed: ['id-4000000000'] })
  expect(windows.log.filter((line) => line === 'call Uninstall')).toHaveLength(1)
})

test('a licence that stays although Windows reported no error is a failure', async () => {
  windows.rows[className] = [licence(7)]
  windows.methods['Uninstall'] = () => ({ ReturnValue: 0 })
  const params = { ilid: 'AbCd', ilvid: 7 }
  const context = contextOn(windows)
  const run = removeTokenLicence.run(context, params, await removeTokenLicence.before(context, params))
  expect(await errorOf(run)).toMatchObject({
    code: 'licensing-refused',
    message: expect.stringContaining('still there'),
  })
})
