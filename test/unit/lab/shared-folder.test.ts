import { spawn, type ChildProcess } from 'node:child_process'
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLabSite } from '../../../src-main/lab/lab-site.ts'
import { openLab, type Lab } from '../../../src-main/lab/open-lab.ts'
import { connectTo, hostKey, installKey, keyedProduct, licensingKey, until } from './lab-fixture.ts'

let folder = ''
let opened: Lab[] = []
const logFile = (): string => join(folder, 'calls.jsonl')
const logText = (): string => readFileSync(logFile(), 'utf8')

const open = (): Lab => {
  const lab = openLab('first-host', { folder, latencyMs: 0 })
  opened.push(lab)
  return lab
}

const child = (...parameters: string[]): ChildProcess =>
  spawn(process.execPath, [fileURLToPath(new URL('children/write-registry.ts', import.meta.url)), ...parameters], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })

const ended = (process: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => process.once('exit', (code) => resolve(code)))

const valuesIn = (lab: Lab): readonly string[] =>
  Object.keys(lab.state().computers['kms01']?.registry[`hklm\\${licensingKey.toLowerCase()}`]?.values ?? {})

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lab-'))
  opened = []
})
afterEach(() => {
  for (const lab of opened) lab.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a Lab in a folder', () => {
  it('outlives the process that changed it', async () => {
    await installKey(await connectTo(open(), 'kms01'), hostKey)
    const again = openLab({ folder, latencyMs: 0 })
    opened.push(again)
    expect(again.scenario).toBe('first-host')
    expect(await keyedProduct(await connectTo(again, 'kms01'))).toMatchObject({ PartialProductKey: 'H8RTB' })
  })

  it('outlives it also where writes need not wait for the disk', async () => {
    const quick = openLab('first-host', { folder, latencyMs: 0, durable: false })
    opened.push(quick)
    await installKey(await connectTo(quick, 'kms01'), hostKey)
    const site = createLabSite({ scenario: 'first-host', folder, latencyMs: 0, durable: false })
    const session = await site.connect({ host: 'kms01' }, 'root\\cimv2')
    expect(await session.query('SELECT IsKeyManagementServiceMachine FROM SoftwareLicensingService')).toMatchObject([
      { IsKeyManagementServiceMachine: 1 },
    ])
    site.close()
  })

  it('shows at once what another one does, faults and reset included', async () => {
    const one = open()
    const two = open()
    const session = await connectTo(one, 'kms01')
    await installKey(await connectTo(two, 'kms01'), hostKey)
    expect(await keyedProduct(session)).toMatchObject({ IsKeyManagementServiceMachine: 1 })
    await two.setFault({ host: '*', operation: 'query', effect: { kind: 'access-denied' }, times: 1 })
    await expect(keyedProduct(session)).rejects.toMatchObject({ hresult: 0x80041003 })
    await two.reset()
    expect(await keyedProduct(session)).toMatchObject({ IsKeyManagementServiceMachine: 0 })
    expect(one.state()).toEqual({ ...two.state(), now: expect.any(String) })
  })

  it('refuses another scenario in the same folder', () => {
    open().close()
    opened = []
    writeFileSync(logFile(), logText().replace('first-host', 'elsewhere'))
    expect(() => openLab('first-host', { folder })).toThrow(/holds the Lab scenario elsewhere/)
    expect(() => openLab({ folder: `${folder}-none` })).toThrow(/holds no Lab/)
  })

  it('starts anew where the folder was taken away', async () => {
    const lab = open()
    const session = await connectTo(lab, 'kms01')
    await installKey(session, hostKey)
    rmSync(folder, { recursive: true })
    expect(await keyedProduct(session)).toMatchObject({ IsKeyManagementServiceMachine: 0 })
  })

  it('serves the engine as a Site', async () => {
    const site = createLabSite({ scenario: 'first-host', folder, latencyMs: 0 })
    const session = await site.connect({ host: 'kms01' }, 'root\\cimv2')
    await session.query('SELECT Version FROM SoftwareLicensingService')
    await session.close()
    await expect(session.query('SELECT Version FROM SoftwareLicensingService')).rejects.toThrow(/closed/)
    expect(
      open()
        .calls()
        .map(({ op, host }) => [op, host]),
    ).toEqual([
      ['open', undefined],
      ['connect', 'kms01'],
      ['query', 'kms01'],
    ])
    site.close()
  })
})

describe('the log of calls', () => {
  it('holds each call with its result, and no secret', async () => {
    const lab = open()
    const kms = await lab.connect({ host: 'kms01', user: 'NORTHWIND\\admin', password: 'Rehearsal-Only-1' })
    await installKey(kms, hostKey)
    await installKey(kms, 'BCDFGHJKMPQRTVWXY2346789B').catch(() => undefined)
    await kms.query(`SELECT * FROM Win32_Service WHERE Name = '${hostKey}'`)
    await kms.call('Win32_Process', 'Create', { CommandLine: `cscript slmgr.vbs /ipk ${hostKey}` })
    const product = await keyedProduct(kms)
    await kms
      .call(String(product['__RELPATH']), 'DepositOfflineConfirmationId', {
        InstallationId: String(product['OfflineInstallationId']),
        ConfirmationId: '123456'.repeat(8),
      })
      .catch(() => undefined)
    await lab.connect({ host: 'kms01', user: 'NORTHWIND\\admin', password: 'Sesame-open' }).catch(() => undefined)

    const raw = logText()
    for (const secret of [hostKey, hostKey.replaceAll('-', ''), 'BCDFGHJKMPQRTVWXY2346789B', 'Rehearsal-Only-1']) {
      expect(raw).not.toContain(secret)
    }
    expect(raw).not.toContain('123456123456')
    expect(raw).not.toContain('Sesame-open')
    expect(raw).not.toContain(String(product['OfflineInstallationId']))
    const installs = lab.calls().filter(({ method }) => method === 'InstallProductKey')
    expect(installs).toMatchObject([
      {
        op: 'call',
        host: 'kms01',
        user: 'NORTHWIND\\admin',
        namespace: 'root\\cimv2',
        write: true,
        returnValue: 0,
        args: { ProductKey: 'XXXXX-XXXXX-XXXXX-XXXXX-H8RTB' },
      },
      { write: false, hresult: 0xc004f050, args: { ProductKey: 'XXXXX-XXXXX-XXXXX-XXXXX-6789B' } },
    ])
    expect(lab.calls().map(({ seq }) => seq)).toEqual(lab.calls().map((_call, index) => index + 1))
  })

  it('is mended after a torn last line, and the torn call never happened', async () => {
    const lab = open()
    const kms = await connectTo(lab, 'kms01')
    await installKey(kms, hostKey)
    lab.close()
    opened = []
    truncateSync(logFile(), logText().length - 40)
    const next = open()
    const session = await connectTo(next, 'kms01')
    expect(await keyedProduct(session)).toMatchObject({ IsKeyManagementServiceMachine: 0 })
    await installKey(session, hostKey)
    expect(await keyedProduct(session)).toMatchObject({ IsKeyManagementServiceMachine: 1 })
    expect(next.calls().filter(({ method }) => method === 'InstallProductKey')).toHaveLength(1)
    expect(open().state().computers).toEqual(next.state().computers)
  })

  it('takes a line without its end for torn even where it is complete otherwise', async () => {
    const lab = open()
    await installKey(await connectTo(lab, 'kms01'), hostKey)
    const lines = logText().trimEnd().split('\n')
    lab.close()
    opened = []
    writeFileSync(logFile(), lines.join('\n'))
    const next = open()
    expect(next.state().computers['kms01']?.licensing.products).not.toHaveProperty(
      '4a2221c4-66f5-45f4-8dcf-c4493d12cf77',
    )
    await connectTo(next, 'kms01')
    expect(open().calls().at(-1)).toMatchObject({ op: 'connect' })
  })

  it('ignores a write that was made from an older state', async () => {
    const lab = open()
    const kms = await connectTo(lab, 'kms01')
    await installKey(kms, hostKey)
    const stale = logText()
      .split('\n')
      .find((line) => line.includes('InstallProductKey'))
    await lab.reset()
    appendFileSync(logFile(), `${stale}\n`)
    expect(await keyedProduct(kms)).toMatchObject({ IsKeyManagementServiceMachine: 0 })
    expect(lab.calls().filter(({ method }) => method === 'InstallProductKey')).toHaveLength(1)
  })
})

describe('several processes on one folder', () => {
  it('lose no write and make none twice', { timeout: 60_000 }, async () => {
    const codes = await Promise.all(['a', 'b', 'c'].map((prefix) => ended(child(folder, prefix, '40'))))
    expect(codes).toEqual([0, 0, 0])
    const lab = open()
    const expected = ['a', 'b', 'c'].flatMap((prefix) =>
      Array.from({ length: 40 }, (_item, index) => `${prefix}${index}`),
    )
    expect(valuesIn(lab).toSorted()).toEqual(expected.toSorted())
    expect(lab.calls().filter(({ method }) => method === 'SetDWORDValue')).toHaveLength(120)
  })

  it('go on after one was killed in the middle of its writes', { timeout: 60_000 }, async () => {
    const lab = open()
    for (const prefix of ['x', 'y', 'z']) {
      const victim = child(folder, prefix)
      await until(
        async () => valuesIn(lab).filter((name) => name.startsWith(prefix)).length,
        (count) => count >= 5,
      )
      victim.kill('SIGKILL')
      await ended(victim)
    }
    const survivor = child(folder, 's', '5')
    expect(await ended(survivor)).toBe(0)
    const values = valuesIn(lab)
    expect(values.filter((name) => name.startsWith('s'))).toHaveLength(5)
    expect(valuesIn(open())).toEqual(values)
    expect(lab.calls().filter(({ method }) => method === 'SetDWORDValue')).toHaveLength(values.length)
  })

  it('break the lock of a process that is gone', { timeout: 60_000 }, async () => {
    const gone = spawn(process.execPath, ['-e', ''])
    await ended(gone)
    const lab = open()
    writeFileSync(join(folder, 'calls.lock'), String(gone.pid))
    await installKey(await connectTo(lab, 'kms01'), hostKey)
    writeFileSync(join(folder, 'calls.lock'), '')
    await lab.reset()
    expect(existsSync(join(folder, 'calls.lock'))).toBe(false)
  })
})
