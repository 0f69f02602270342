import assert from 'node:assert/strict'
import { property, text } from '../../../src-main/wmi/cim-values.ts'
import { hresults } from '../../../src-main/wmi/wmi-error.ts'
import { test, wmiErrorOf } from '../harness.ts'
import { comSite, withSession } from './site.ts'

const cimv2 = 'root\\cimv2'

test('Win32_OperatingSystem comes with typed values', () =>
  withSession(cimv2, async (session) => {
    const rows = await session.query('SELECT * FROM Win32_OperatingSystem')
    assert.equal(rows.length, 1)
    const [system = {}] = rows
    assert.match(text(system, 'Caption'), /Windows 10/)
    assert.equal(system['__CLASS'], 'Win32_OperatingSystem')
    assert.ok(property(system, 'LastBootUpTime') instanceof Date, 'a datetime is a Date')
    const age = Date.now() - (property(system, 'LastBootUpTime') as Date).getTime()
    assert.ok(age > -60_000 && age < 86_400_000, `the boot time is recent, not ${age} ms ago`)
    assert.equal(typeof property(system, 'Primary'), 'boolean')
    assert.equal(typeof property(system, 'OSType'), 'number')
    assert.match(text(system, 'TotalVisibleMemorySize'), /^\d+$/, 'uint64 is a decimal string')
    assert.equal(typeof property(system, 'TotalVisibleMemorySize'), 'string')
  }))

test('Win32_Service lists services, sppsvc among them', () =>
  withSession(cimv2, async (session) => {
    const rows = await session.query('SELECT Name, State, ProcessId FROM Win32_Service')
    assert.ok(rows.length > 5, `${rows.length} services`)
    const sppsvc = rows.find((row) => text(row, 'Name').toLowerCase() === 'sppsvc')
    assert.ok(sppsvc, 'sppsvc is listed')
    assert.equal(typeof property(sppsvc, 'ProcessId'), 'number')
  }))

test('a condition in WQL selects', () =>
  withSession(cimv2, async (session) => {
    assert.equal((await session.query("SELECT Name FROM Win32_Service WHERE Name='sppsvc'")).length, 1)
    assert.equal((await session.query("SELECT Name FROM Win32_Service WHERE Name='no such service'")).length, 0)
  }))

test('SoftwareLicensingProduct has its one row', () =>
  withSession(cimv2, async (session) => {
    const rows = await session.query('SELECT * FROM SoftwareLicensingProduct')
    assert.equal(rows.length, 1)
    assert.equal(property(rows[0] ?? {}, 'LicenseStatus'), 1)
  }))

test('the missing SoftwareLicensingService is reported as WMI reports it', () =>
  withSession(cimv2, async (session) => {
    const error = await wmiErrorOf(session.call('SoftwareLicensingService', 'RefreshLicenseStatus'))
    assert.equal(error.hresult, hresults.wbemNotFound, 'GetObject finds no such class')
    assert.equal(error.code, 'wmi-invalid-class')
    assert.equal(error.operation, 'call')
  }))

test('a query that is no WQL is refused with its HRESULT', () =>
  withSession(cimv2, async (session) => {
    const error = await wmiErrorOf(session.query('DELETE EVERYTHING'))
    assert.ok(error.hresult >>> 31 === 1, `0x${error.hresult.toString(16)}`)
    assert.equal(error.operation, 'query')
  }))

test('an unknown namespace is refused on connecting', async () => {
  const error = await wmiErrorOf(comSite().connect({ host: null }, 'root\\nosuch'))
  assert.equal(error.hresult, hresults.wbemInvalidNamespace)
  assert.equal(error.operation, 'connect')
})

test('credentials for this computer are refused and not sent', async () => {
  const credential = { user: 'someone', password: 'canary' }
  for (const host of [null, 'localhost', '.']) {
    const error = await wmiErrorOf(comSite().connect({ host, credential }, cimv2))
    assert.equal(error.hresult, hresults.wbemLocalCredentials)
    assert.ok(!error.message.includes('canary'))
  }
})

test('a computer that does not answer on port 135 is not waited for', async () => {
  const error = await wmiErrorOf(comSite().connect({ host: 'asleep' }, cimv2))
  assert.equal(error.hresult, hresults.rpcUnavailable)
  assert.equal(error.code, 'rpc-unavailable')
})
