import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, it } from 'vitest'
import { planSource } from '../../src-main/composition/export-service.ts'
import { ExportFormat, type PlanExport } from '../../src-main/contract/models/plan-export.ts'
import type { PlanDraft, PlanView } from '../../src-main/contract/models/plan.ts'
import type { TargetRef } from '../../src-main/contract/models/target.ts'
import { exportPlan } from '../../src-main/exports/export-plan.ts'
import { sampleParams, sampleSource } from '../support/export-samples.ts'
import { labHostKey, startLabApp, type LabApp } from '../unit/plans/lab-world.ts'

const folder = mkdtempSync(join(tmpdir(), 'field-kit-playbooks-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What Ansible complains of; empty where the playbook and its inventory are right. */
const complaints = ({ files }: PlanExport): string => {
  const [playbook, inventory] = files
  for (const { name, bytes } of files) writeFileSync(join(folder, name), Buffer.from(bytes, 'base64'))
  const args = ['--syntax-check', '-i', inventory?.name ?? '', playbook?.name ?? '']
  const env = {
    ...process.env,
    LC_ALL: 'C.UTF-8',
    ANSIBLE_COLLECTIONS_SCAN_SYS_PATH: 'False',
    ANSIBLE_LOCALHOST_WARNING: 'False',
  }
  const { status, stdout, stderr } = spawnSync('ansible-playbook', args, { cwd: folder, env, encoding: 'utf8' })
  return status === 0 && stderr === '' ? '' : `${stdout}${stderr}`
}

it('a playbook with every kind of the catalogue passes', () => {
  expect(complaints(exportPlan(sampleSource(Object.keys(sampleParams)), 'ansible'))).toBe('')
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
