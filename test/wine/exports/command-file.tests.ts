import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportPlan } from '../../../src-main/exports/export-plan.ts'
import type { ExportSource } from '../../../src-main/exports/export-source.ts'
import { decidedSteps, hostileTexts, sampleBatch, sampleParams, sampleSource } from '../../support/export-samples.ts'
import { regQuery } from '../com/registry.ts'
import { test } from '../harness.ts'
import { fakeReader, fakeSlmgr, productId } from './fake-scripts.ts'

/** By this key the file knows whether it has an administrator's rights. */
const rights = 'HKU\\S-1-5-19'

interface Ran {
  readonly code: number | null
  readonly lines: readonly string[]
}

/** What a script leaves behind, such as Wine's own explorer, may hold the file open that the script wrote to. */
const removeIfFree = (folder: string): void => {
  try {
    rmSync(folder, { recursive: true, force: true })
  } catch (error) {
    assert.equal(error instanceof Error && 'code' in error ? error.code : error, 'ENOTEMPTY')
  }
}

const inFolder = (body: (folder: string) => void): void => {
  const folder = mkdtempSync(join(tmpdir(), 'field-kit-'))
  spawnSync('reg', ['add', rights, '/f'])
  try {
    body(folder)
  } finally {
    removeIfFree(folder)
  }
}

/** Runs a source as a command file; `change` puts fakes in the place of Windows' own scripts. */
const run = (
  folder: string,
  source: ExportSource,
  { args = [], env = {}, change = (text) => text }: RunOptions = {},
): Ran => {
  const path = join(folder, 'activation-plan.cmd')
  const [file] = exportPlan(source, 'command-file').files
  writeFileSync(path, change(Buffer.from(file?.bytes ?? '', 'base64').toString('latin1')), 'latin1')
  // To a file: a pipe would be waited for until the last of them has ended.
  const told = join(folder, 'told.txt')
  const output = openSync(told, 'w')
  const { status } = spawnSync('cmd', ['/c', path, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output],
  })
  closeSync(output)
  return { code: status, lines: readFileSync(told, 'latin1').split(/\r?\n/) }
}

interface RunOptions {
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly change?: (text: string) => string
}

const here = [{ name: hostname(), isThisComputer: true, account: 1 }]

test('an exported command file restarts the service, asks WMI and writes a value with all signs of a shell', () =>
  inFolder((folder) => {
    const { path, name, data } = sampleParams['registry.set-value'] ?? {}
    const source = sampleSource(['service.restart-licensing', 'registry.set-value'], here)
    spawnSync('reg', ['delete', `HKLM\\${String(path)}`, '/f'])
    spawnSync('reg', ['delete', rights, '/f'])
    assert.equal(run(folder, source).code, 5, 'without rights nothing is done')
    assert.equal(regQuery(String(name), String(path)), undefined)
    spawnSync('reg', ['add', rights, '/f'])
    // Wine's net knows no /y, by which Windows asks nothing about services that depend on this one.
    const { code, lines } = run(folder, source, { args: ['here'], change: (text) => text.replace(' /y', '') })
    assert.equal(code, 0, lines.join('\n'))
    assert.ok(lines.includes('Done: 1. Left as it was: 0. Failed: 0.'), lines.join('\n'))
    assert.equal(regQuery(String(name), String(path)), `REG_SZ ${String(data)}`)
  }))

test('an exported batch gives each computer its turn, honours exit codes, passes over what is done and runs no name', () =>
  inFolder((folder) => {
    const log = join(folder, 'log.txt')
    writeFileSync(log, 'begun\r\n')
    writeFileSync(join(folder, 'slmgr.vbs'), fakeSlmgr.join('\r\n'))
    writeFileSync(join(folder, 'reader.vbs'), fakeReader.join('\r\n'))
    const setHost = {
      kind: 'kms-client.set-host',
      params: { host: 'kms01.contoso.com', port: null, activationId: null },
    }
    const ilid = "a & echo INJECTED | more > x < y ( ) 100% '%PATH%'"
    const token = { kind: 'token-licence.remove', params: { ilid, ilvid: 7 } }
    const source = sampleBatch(['pc01', ...hostileTexts, 'pc02', 'pc03', 'pc04'], {
      title: hostileTexts.join(' '),
      policy: { stopAfter: 1, first: null },
      steps: [
        ...decidedSteps.slice(0, 1),
        ...[setHost, token].map((step, index) => ({ ...step, title: hostileTexts[index] ?? '', decided: null })),
        ...decidedSteps.slice(1),
      ],
    })
    const options: RunOptions = {
      env: { AFK_TEST_LOG: log },
      change: (text) =>
        text
          .replace(String.raw`%SystemRoot%\System32\slmgr.vbs`, join(folder, 'slmgr.vbs'))
          .replaceAll('//nologo "%AFK_READER%"', `//nologo "${join(folder, 'reader.vbs')}"`),
    }
    const first = run(folder, source, options)
    const asked = (name: string): readonly string[] =>
      readFileSync(log, 'latin1')
        .split(/\r?\n/)
        .filter((line) => line.startsWith(`slmgr|${name}|`))
        .map((line) => line.slice(`slmgr|${name}|`.length))
    const turn = [
      '/ipk|W269N-WFGWX-YVC9B-4J6C9-T83GX',
      '/skms|kms01.contoso.com',
      `/ril|${ilid}|7`,
      `/ato|${productId}`,
    ]
    assert.deepEqual(asked('pc01'), turn, first.lines.join('\n'))
    assert.deepEqual(asked('pc02'), turn.slice(0, 2), 'what fails ends the turn')
    assert.deepEqual([...asked('pc03'), ...asked('pc04')], [], 'and after one failure no further computer is begun')
    assert.equal(first.code, 1)
    assert.ok(first.lines.includes('Stopped at step 2 on pc02. The steps after it were not done.'))
    assert.ok(first.lines.includes('Done: 1. Left as it was: 0. Failed: 1.'))
    assert.ok(!first.lines.some((line) => line.trim() === 'INJECTED'), first.lines.join('\n'))

    const again = run(
      folder,
      { ...source, computers: source.computers.filter(({ name }) => /^pc0[13]$/.test(name)) },
      options,
    )
    assert.deepEqual(asked('pc01'), [...turn, ...turn.slice(2)], 'the key and the host are not set twice')
    assert.equal(again.code, 0, again.lines.join('\n'))
    assert.ok(again.lines.includes('pc03 is left as it is: Windows has neither a MAK nor a client setup key.'))
    assert.ok(again.lines.includes('Done: 1. Left as it was: 1. Failed: 0.'))
  }))
