import assert from 'node:assert/strict'
import { AppFailure } from '../../../src-main/contract/app-error.ts'
import { property, text } from '../../../src-main/wmi/cim-values.ts'
import { hresults } from '../../../src-main/wmi/wmi-error.ts'
import { test, wmiErrorOf } from '../harness.ts'
import { network, openWinePool } from './wine-pool.ts'

const cimv2 = 'root\\cimv2'

test('an engine process answers for COM, with the same values', async () => {
  const pool = openWinePool()
  try {
    const session = await pool.site(network).connect({ host: null }, cimv2)
    const [system = {}] = await session.query('SELECT * FROM Win32_OperatingSystem')
    assert.match(text(system, 'Caption'), /Windows 10/)
    assert.ok(property(system, 'LastBootUpTime') instanceof Date, 'a Date survives the way between processes')
    const error = await wmiErrorOf(session.call('SoftwareLicensingService', 'RefreshLicenseStatus'))
    assert.equal(error.hresult, hresults.wbemNotFound)
    await session.close()
  } finally {
    await pool.close()
  }
})

test('an engine process queues what it is asked at the same time', async () => {
  const pool = openWinePool()
  try {
    const session = await pool.site(network).connect({ host: null }, cimv2)
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => session.query('SELECT Name FROM Win32_OperatingSystem')),
    )
    assert.ok(answers.every((rows) => rows.length === 1))
  } finally {
    await pool.close()
  }
})

test('several engine processes work at the same time', async () => {
  const pool = openWinePool()
  try {
    const engines = await Promise.all([pool.exclusive(network), pool.exclusive(network)])
    const sites = [pool.site(network), ...engines.map(({ site }) => site)]
    const rows = await Promise.all(
      sites.map(async (site) => (await site.connect({ host: null }, cimv2)).query('SELECT Name FROM Win32_Service')),
    )
    assert.equal(new Set(rows.map((list) => list.length)).size, 1)
    for (const engine of engines) engine.release()
  } finally {
    await pool.close()
  }
})

test('an engine process killed in the middle of a call loses that call alone', async () => {
  const pool = openWinePool()
  try {
    const reader = await pool.site(network).connect({ host: null }, cimv2)
    const engine = await pool.exclusive(network)
    const writer = await engine.site.connect({ host: null }, cimv2)
    const lost = writer.query('SELECT * FROM Win32_Service')
    engine.kill()
    await assert.rejects(lost, (error) => error instanceof AppFailure && error.error.code === 'engine-lost')
    engine.release()
    assert.equal((await reader.query('SELECT Name FROM Win32_OperatingSystem')).length, 1)
  } finally {
    await pool.close()
  }
})

test('a product key cannot be asked about where there is no pidgenx.dll, which is an answer and no failure', async () => {
  const pool = openWinePool()
  try {
    const answer = await pool.identifyKey('F4K3Y-F4K3Y-F4K3Y-F4K3Y-M8KCT', new AbortController().signal)
    assert.deepEqual(answer, { outcome: 'not-available', reason: 'This Windows has no pidgenx.dll.' })
  } finally {
    await pool.close()
  }
})
