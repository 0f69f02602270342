import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { openLab } from '../../../src-main/lab/open-lab.ts'
import { WmiError } from '../../../src-main/wmi/wmi-error.ts'
import type { Endpoint } from '../../../src-main/wmi/wmi-session.ts'
import { unusedSite } from '../../support/unused-site.ts'
import { act, onLab, sharedLab } from './act-fixture.ts'

const hostKey = 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-H8CTB'
const realLooking = 'BBBBB-CCCCC-DDDDD-FFFFF-GGGGG'
const password = 'Rehearsal-Only-1'
const folder = mkdtempSync(join(tmpdir(), 'act-command-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const kms01 = ['--lab', 'contoso-2009', '--target', 'KMS01'] as const

/** Everything that a run left behind. */
const everything = (ran: {
  readonly out: readonly string[]
  readonly err: readonly string[]
  readonly state: unknown
}) => [...ran.out, ...ran.err, String(ran.state)].join('\n')

test('a product key is nowhere in full: not in output, trace, state, journal line or the Lab’s log', async () => {
  using lab = sharedLab('contoso-2009')
  for (const spelling of [hostKey, hostKey.toLowerCase(), hostKey.replaceAll('-', '')]) {
    const ran = await act([...kms01, '--folder', lab.folder, '--trace', '--state', 'state', '/ipk', spelling])
    expect(ran.code).toBe(0)
    expect(ran.journal?.title).toContain('ending in H8CTB')
    expect(everything(ran)).not.toMatch(/F4K3Y-?F4K3Y/i)
  }
  expect(lab.log()).not.toMatch(/F4K3Y-?F4K3Y/i)
})

test('a key that Windows refuses is masked in the failure too', async () => {
  const ran = await act([...kms01, '--trace', '--state', 'state', '/ipk', realLooking])
  expect(ran.code).toBe(1)
  expect(ran.err.join('\n')).toMatch(/^Code: 0xC004F\w{3} .*: /m)
  expect(ran.err.join('\n')).toMatch(/^What to do: /m)
  expect(everything(ran)).not.toContain('BBBBB-CCCCC')
  expect(ran.journal).toMatchObject({ event: 'failed', error: { code: 'licensing-refused' } })
})

test('the state afterwards is JSON with the change in it, also after a failure', async () => {
  const changed = await act([...kms01, '--state', 'state', '/skms', 'kms09.corp.contoso.test'])
  expect(JSON.parse(changed.state ?? '')).toMatchObject({ scenario: 'contoso-2009' })
  expect(changed.state).toContain('kms09.corp.contoso.test')
  const failed = await act([...kms01, '--state', 'state', '/ril', 'A', '1'])
  expect(failed.code).toBe(1)
  expect(JSON.parse(failed.state ?? '')).toMatchObject({ scenario: 'contoso-2009' })
})

test('without a folder each run begins anew; with one, a run goes on where the last one ended', async () => {
  await act([...kms01, '/skms', 'kms09.corp.contoso.test'])
  expect((await act([...kms01, '/ckms'])).text[0]).toContain('not set already')
  using lab = sharedLab('contoso-2009')
  await lab.run('KMS01', '/skms', 'kms09.corp.contoso.test')
  expect((await lab.run('KMS01', '/ckms')).text[0]).toContain('kms09.corp.contoso.test')
})

test('without --trace no call is shown', async () => {
  const ran = await act([...kms01, '/dlv'])
  expect(ran.code).toBe(0)
  expect(ran.trace).toEqual([])
  expect(ran.text[0]).toBe('Software licensing service version: 6.1.7600.16385')
})

test('details and expiry come in the order and with the labels of slmgr', async () => {
  const details = await onLab('contoso-2009', 'PC001', '/dlv')
  const labels = details.text.map((line) => line.split(':')[0])
  expect(labels.slice(0, 5)).toEqual(['Software licensing service version', '', 'Name', 'Description', 'Activation ID'])
  const expiry = await onLab('contoso-2009', 'PC001', '/xpr')
  expect(expiry.text[0]).toBe('Windows(R) 7, Enterprise edition:')
  expect(expiry.text[1]).toMatch(/^ {4}Initial grace period ends \d{4}-\d\d-\d\d/)
})

test('a host setting on a computer that is no KMS host changes nothing and is a failure', async () => {
  const ran = await onLab('contoso-2009', 'PC001', '/cpri')
  expect(ran.code).toBe(1)
  expect(ran.calls).toEqual([])
  expect(ran.err[0]).toContain('is no KMS host')
})

test('/cpri works on a host where another product with a key sorts first', async () => {
  const ran = await onLab('fabrikam-2025', 'KMS01', '/cpri')
  expect(ran.code).toBe(0)
  expect(ran.text.at(-1)).toContain('net stop sppsvc && net start sppsvc')
})

test('an activation that fails is a failure with the code in hexadecimal, and not exit code 0 as in slmgr', async () => {
  const ran = await onLab('contoso-2009', 'PC001', '/ato')
  expect(ran.code).toBe(1)
  expect(ran.err.join('\n')).toMatch(/^Code: 0x8007232B \(\w+\): DNS name does not exist/m)
})

test('an unknown product is a failure', async () => {
  const ran = await onLab('contoso-2009', 'PC001', '/ato', '11111111-2222-3333-4444-555555555555')
  expect(ran.code).toBe(1)
  expect(ran.err[0]).toContain('11111111-2222-3333-4444-555555555555')
})

const misunderstood: readonly (readonly [string, RegExp])[] = [
  ['--lab nowhere --target PC001 /dlv', /no Lab scenario "nowhere"/],
  ['--lab contoso-2009 --target NOBODY /dlv', /no computer "NOBODY"[^]*DC01/],
  ['--lab contoso-2009 --target PC001', /No option is given/],
  ['--lab contoso-2009 --target PC001 /skms', /\/skms needs NAME/],
  ['--lab contoso-2009 --target PC001 /nonsense', /no option "\/nonsense"/],
  ['--lab contoso-2009 --target PC001 PC002 user secret /dlv', /Words stand before the option/],
  ['--lab contoso-2009 --target PC001 --password secret --user me /dlv', /password is not taken/],
  ['--lab contoso-2009 --target PC001 /ilc missing.xrm-ms', /licence file cannot be read/],
  ['/dlv', /Windows is reached from Windows alone/],
  ['--target PC001 /dlv', /Windows is reached from Windows alone/],
]

test.each(misunderstood)('%s ends with 2 and nothing is tried', async (line, message) => {
  const ran = await act(line.split(' '))
  expect(ran.code).toBe(2)
  expect(ran.err.join('\n')).toMatch(message)
  expect(ran.out).toEqual([])
  expect(ran.err.join('\n')).not.toContain('secret')
})

test('the password comes from the standard input or the terminal, and stands nowhere', async () => {
  const account = [...kms01, '--user', 'CONTOSO\\admin', '--trace', '--state', 'state']
  const sent = await act([...account, '--password-stdin', '/dlv'], { input: `${password}\r\n` })
  expect(sent.code).toBe(0)
  expect(sent.questions).toEqual([])
  const typed = await act([...account, '/dlv'], { typed: password })
  expect(typed.code).toBe(0)
  expect(typed.questions).toEqual(['Password of CONTOSO\\admin at KMS01: '])
  for (const ran of [sent, typed]) {
    expect(everything(ran)).not.toContain(password)
    expect(ran.journal?.equivalent).toBe('slmgr.vbs KMS01 CONTOSO\\admin <password> /dlv')
  }
  const wrong = await act([...account, '/dlv'], { typed: 'Wrong-Secret-9' })
  expect(wrong.code).toBe(1)
  expect(wrong.err.join('\n')).toMatch(/Code: 0x8007052E/)
  expect(everything(wrong)).not.toContain('Wrong-Secret-9')
})

test('a key and a confirmation ID written as - come from the standard input or the terminal, after the password', async () => {
  const account = [...kms01, '--user', 'CONTOSO\\admin', '--password-stdin', '--trace']
  const sent = await act([...account, '/ipk', '-'], { input: `${password}\n${hostKey}\n` })
  expect(sent.code).toBe(0)
  expect(sent.calls[0]).toContain('XXXXX-XXXXX-XXXXX-XXXXX-H8CTB')
  const asked = await act([...kms01, '/ipk', '-'], { typed: hostKey })
  expect(asked.code).toBe(0)
  expect(asked.questions).toEqual(['Product key: '])
  const nothing = await act([...kms01, '/atp', '-'], { input: '' })
  expect(nothing.code).toBe(1)
  expect(nothing.err[0]).toMatch(/confirmation ID/)
})

test('an account without rights is refused with the code for access denied', async () => {
  const ran = await act([...kms01, '--user', 'CONTOSO\\clerk', '/skhc'], { typed: 'Rehearsal-Only-2' })
  expect(ran.code).toBe(1)
  expect(ran.err.join('\n')).toMatch(/Code: 0x80070005|Code: 0x80041003/)
})

/** A site that only says where it was asked to connect to. */
const recordingSite = () => {
  const endpoints: Endpoint[] = []
  const site = {
    ...unusedSite,
    connect: (endpoint: Endpoint) => {
      endpoints.push(endpoint)
      return Promise.reject(new WmiError('connect', 0x800706ba, 'It does not answer.'))
    },
  }
  return { endpoints, site }
}

test('on Windows the option goes to this computer, or to another one with the account that is given', async () => {
  const { endpoints, site } = recordingSite()
  const here = await act(['/dlv'], { platform: 'win32', site, elevated: true })
  const there = await act(['--target', 'srv01', '--user', 'CORP\\me', '--password-stdin', '/dlv'], {
    platform: 'win32',
    site,
    input: 'secret-of-mine',
  })
  expect(endpoints[0]).toEqual({ host: null })
  expect(endpoints.at(-1)).toEqual({ host: 'srv01', credential: { user: 'CORP\\me', password: 'secret-of-mine' } })
  for (const ran of [here, there]) {
    expect(ran.code).toBe(1)
    expect(ran.err.join('\n')).toContain('Code: 0x800706BA')
    expect(everything(ran)).not.toContain('secret-of-mine')
  }
})

test.each([
  ['/rilc', [], /licence files of another computer/],
  ['/ad-activation-online', [realLooking], /reaches no domain controller/],
  ['/ad-activation-get-iid', [realLooking], /reaches no domain controller/],
])('on Windows %s is refused for another computer, with the reason', async (option, args, reason) => {
  const { endpoints, site } = recordingSite()
  const ran = await act(['--target', 'srv01', option, ...args], { platform: 'win32', site })
  expect(ran.code).toBe(1)
  expect(ran.err[0]).toMatch(reason)
  expect(endpoints).toEqual([])
})

test('on Windows a change of this computer without elevation is refused, and so is a key of the Lab', async () => {
  const { site } = recordingSite()
  const plain = await act(['/lil'], { platform: 'win32', site, elevated: false })
  expect(plain.code).toBe(1)
  const change = await act(['/rilc'], { platform: 'win32', site, elevated: false })
  expect(change.err[0]).toContain('needs administrator rights')
  const fictional = await act(['/ipk', hostKey], { platform: 'win32', site, elevated: true })
  expect(fictional.code).toBe(2)
  expect(fictional.err[0]).toContain('fictional')
  expect(everything(fictional)).not.toContain('F4K3Y-F4K3Y')
})

test('a licence file may be in UTF-16, as Windows writes it', async () => {
  const file = join(folder, 'wide.xrm-ms')
  const text = '<?xml version="1.0"?><rg:licenseGroup xmlns:rg="urn:x"><r:title>A</r:title></rg:licenseGroup>'
  writeFileSync(file, Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]))
  const ran = await onLab('fabrikam-2025', 'PC01', '/ilc', file)
  expect(ran.err).toEqual([])
  expect(ran.calls).toEqual([`SoftwareLicensingService InstallLicense ${JSON.stringify({ License: text })}`])
  expect(ran.journal?.equivalent).toBe('slmgr.vbs PC01 /ilc wide.xrm-ms')
})

test('the activation object in the Lab appears in its state', async () => {
  const key = openLab('fabrikam-2025').overview().keys[0]?.key ?? ''
  const argv = ['--lab', 'fabrikam-2025', '--target', 'DC01', '--state', 'state', '/ad-activation-online', key]
  const long = await act([...argv, 'x'.repeat(41)])
  expect(long.code).toBe(1)
  expect(long.err[0]).toContain('41 characters; 40 are allowed')
  const made = await act([...argv, 'Fabrikam forest'])
  expect(made.code).toBe(0)
  expect(made.state).toContain('Fabrikam forest')
})

/** Tests that start processes. */
const patience = { timeout: 30_000 }

const npmRun = (script: string, ...args: readonly string[]) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const withNode = fileURLToPath(new URL('../../with-node.mjs', import.meta.url))
    const entry = fileURLToPath(new URL(`../../../src-main/command-line/${script}.ts`, import.meta.url))
    const child = execFile(process.execPath, [withNode, entry, ...args], (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    )
    child.stdin?.end(`${password}\n`)
  })

test('the list runs from its source', patience, async () => {
  const list = await npmRun('actions', '--json')
  expect(list.code).toBe(0)
  expect(JSON.parse(list.stdout)).toContainEqual(expect.objectContaining({ kind: 'windows.rearm', slmgr: '/rearm' }))
})

test(
  'an option runs from its source, with the state on disk and the password from the standard input',
  patience,
  async () => {
    const state = join(folder, 'state.json')
    const account = ['--user', 'CONTOSO\\admin', '--password-stdin']
    const worked = await npmRun('act', ...kms01, ...account, '--state', state, '--trace', '/skms', 'kms09.contoso.test')
    expect(worked).toMatchObject({ code: 0, stderr: '' })
    expect(worked.stdout).toContain('"method":"SetKeyManagementServiceMachine"')
    expect(readFileSync(state, 'utf8')).toContain('kms09.contoso.test')
  },
)

test('a process that failed ends with 1', patience, async () => {
  expect(await npmRun('act', ...kms01, '/ril', 'A', '1')).toMatchObject({ code: 1 })
})

test('a process that did not understand ends with 2', patience, async () => {
  const refused = await npmRun('act', ...kms01, '/nonsense')
  expect(refused.code).toBe(2)
  expect(refused.stderr).toContain('Known options: /ipk')
})

test('a process without a terminal does not wait for a password', patience, async () => {
  const asked = await npmRun('act', ...kms01, '--user', 'CONTOSO\\admin', '/dlv')
  expect(asked.code).toBe(2)
  expect(asked.stderr).toContain('no terminal to ask for it')
})
