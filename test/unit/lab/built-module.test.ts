import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))
let folder = ''

beforeAll(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'lab-module-')), 'lab')
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const parameters = [vite, 'build', '-c', 'vite.lab.config.ts', '--outDir', folder, '--logLevel', 'error']
  await promisify(execFile)(process.execPath, parameters, { cwd: root })
}, 60_000)
afterAll(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

/** Plain JavaScript that knows the Lab by its documented shape alone. */
const use = `async ({ openLab }) => {
  const lab = openLab('first-host')
  const session = await lab.connect({ host: 'KMS01', namespace: 'root\\\\cimv2', user: 'NORTHWIND\\\\admin', password: 'Rehearsal-Only-1' })
  const [row] = await session.query('SELECT Version FROM SoftwareLicensingService')
  const answer = await session.call(row.__RELPATH, 'RefreshLicenseStatus')
  const failure = await session.query('SELECT * FROM Nothing').catch((error) => error)
  return [row.Version, answer.ReturnValue, failure instanceof Error, failure.hresult, typeof lab.state().now]
}`
const expected = ['6.1.7600.16385', 0, true, 0x80041010, 'string']

it.each(['index.mjs', 'index.js'])('is imported as %s', async (file) => {
  const url = pathToFileURL(join(folder, file)).href
  const script = `const use = ${use}; console.log(JSON.stringify(await use(await import(${JSON.stringify(url)}))))`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script])
  expect(JSON.parse(stdout)).toEqual(expected)
})

it('is required as a folder', async () => {
  const loaded: unknown = createRequire(import.meta.url)(folder)
  expect(loaded).toMatchObject({ openLab: expect.any(Function) })
  const script = `(${use})(require(${JSON.stringify(folder)})).then((result) => console.log(JSON.stringify(result)))`
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', script])
  expect(JSON.parse(stdout)).toEqual(expected)
})
