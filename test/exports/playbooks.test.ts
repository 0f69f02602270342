import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { planSource } from '../../src-main/composition/export-service.ts'
import { ExportFormat, type PlanExport } from '../../src-main/contract/models/plan-export.ts'
import type { PlanDraft, PlanView } from '../../src-main/contract/models/plan.ts'
import type { TargetRef } from '../../src-main/contract/models/target.ts'
import { exportPlan } from '../../src-main/exports/export-plan.ts'
import { decidedSteps, hostileTexts, sampleBatch, sampleParams, sampleSource } from '../support/export-samples.ts'
import { labHostKey, startLabApp, type LabApp } from '../unit/plans/lab-world.ts'

const folder = mkdtempSync(join(tmpdir(), 'field-kit-playbooks-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const env = {
  ...process.env,
  LC_ALL: 'C.UTF-8',
  ANSIBLE_COLLECTIONS_SCAN_SYS_PATH: 'False',
  ANSIBLE_LOCALHOST_WARNING: 'False',
}

/** Runs a program of Ansible over the files of an export. */
const ansible = (program: string, args: readonly string[], { files }: PlanExport) => {
  for (const { name, bytes } of files) writeFileSync(join(folder, name), Buffer.from(bytes, 'base64'))
  return spawnSync(program, ['-i', files[1]?.name ?? '', ...args], { cwd: folder, env, encoding: 'utf8' })
}

/** What Ansible complains of; empty where the playbook and its inventory are right. */
const complaints = (made: PlanExport): string => {
  const args = ['--syntax-check', made.files[0]?.name ?? '']
  const { status, stdout, stderr } = ansible('ansible-playbook', args, made)
  return status === 0 && stderr === '' ? '' : `${stdout}${stderr}`
}

it('a playbook with every kind of the catalogue passes', () => {
  expect(complaints(exportPlan(sampleSource(Object.keys(sampleParams)), 'ansible'))).toBe('')
})

describe('a playbook for many computers', () => {
  const names = Array.from({ length: 1000 }, (_, index) => `pc${index + 1}.contoso.com`)
  const made = exportPlan(
    sampleBatch([], {
      title: hostileTexts.join(' '),
      computers: [...names, ...hostileTexts, 'fe80::1', 'on', '1e3'].map((name, index) => ({
        name,
        isThisComputer: false,
        account: (index % 2) + 1,
      })),
      policy: { stopAfter: 5, first: 3 },
      steps: [
        ...decidedSteps,
        ...hostileTexts.map((data) => ({
          kind: 'registry.set-value',
          params: { path: 'SOFTWARE\\Contoso', name: 'x', type: 'REG_SZ', data },
          title: data,
          decided: null,
        })),
      ],
    }),
    'ansible',
  )

  it('passes with hostile titles and values', () => {
    expect(complaints(made)).toBe('')
  })

  it('has an inventory that Ansible reads as it was meant', () => {
    const { stdout, stderr } = ansible('ansible-inventory', ['--list'], made)
    expect(stderr).toBe('')
    const inventory = JSON.parse(stdout)
    expect(inventory.first_computers.hosts).toEqual(names.slice(0, 3))
    expect(inventory.other_computers.hosts).toEqual([...names.slice(3), 'ip-fe80--1', 'on', '1e3'])
    expect(inventory.account_1.hosts.length + inventory.account_2.hosts.length).toBe(1003)
    const vars = inventory['_meta'].hostvars
    expect(vars['ip-fe80--1'].ansible_host).toBe('fe80::1')
    expect(vars['pc1.contoso.com']).toMatchObject({
      ansible_connection: 'winrm',
      ansible_user: '{{ afk_user_1 }}',
      ansible_password: '{{ afk_password_1 }}',
    })
  })
})

let app: LabApp
afterEach(() => app?.close())

/** These look at the computer, which does not take the password of this test. */
const looking: ReadonlySet<string> = new Set(['prepare-image', 'configure-client'])
const password = 'Pa55-w0rd&{{x}}'
type Make = (target: TargetRef, app: LabApp) => PlanDraft
const drafts: Readonly<Record<string, Make>> = {
  'set-up-kms-host': (target, { vault }) => ({
    wizard: 'set-up-kms-host',
    target,
    hostKey: vault.put('product-key', labHostKey).ref,
    overruled: [],
    openFirewall: true,
    port: 1789,
    activation: 'telephone',
  }),
  'edit-kms-host': (target) => ({ wizard: 'edit-kms-host', target, change: { setting: 'port', port: 1789 } }),
  'prepare-image': (target) => ({ wizard: 'prepare-image', target, task: { do: 'generalize' } }),
  'prepare-remote': (target) => ({
    wizard: 'prepare-remote',
    target,
    firewall: { rules: 'own', profiles: ['domain'], scope: { from: 'subnets', subnets: ['10.40.0.0/16'] } },
    liftTokenFilter: true,
  }),
  'configure-client': (target) => ({
    wizard: 'configure-client',
    target,
    discovery: { mode: 'fixed', host: 'kms01.contoso.com', port: '1789' },
    activate: true,
  }),
}

const cases = ['contoso-2009', 'fabrikam-2025'].flatMap((scenario) =>
  Object.keys(drafts).map((kind) => [kind, scenario] as const),
)

it.each(cases)('the plan of %s in %s passes, and holds no secret in any format', async (kind, scenario) => {
  app = startLabApp((site) => site, scenario)
  const credential = { user: 'CONTOSO\\admin', password: app.vault.put('password', password).ref }
  const computer = { place: 'lab', scenario, host: 'KMS01' } as const
  const target = looking.has(kind) ? computer : { ...computer, credential }
  const plan: PlanView = await app.plans.propose(drafts[kind]?.(target, app) as PlanDraft)
  const source = planSource(app.plans.frozen(plan.planId))
  const exports = ExportFormat.options.map((format) => exportPlan(source, format))
  const text = exports.flatMap(({ files }) => files.map((file) => file.text)).join('\n')
  for (const secret of [labHostKey, labHostKey.replaceAll('-', ''), password, 'secret:'])
    expect(text).not.toContain(secret)
  expect(complaints(exports[2] as PlanExport)).toBe('')
})
