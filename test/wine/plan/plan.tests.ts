import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { catalogue } from '../../../src-main/actions/catalogue.ts'
import { systemClock } from '../../../src-main/plans/clock.ts'
import type { PlanService } from '../../../src-main/plans/plan-service.ts'
import { createPlanService } from '../../../src-main/plans/plan-service.ts'
import type { JournalStore } from '../../../src-main/store/journal-store.ts'
import { openJournal } from '../../../src-main/store/journal-store.ts'
import { createSecretVault } from '../../../src-main/store/secret-vault.ts'
import { regQuery } from '../com/registry.ts'
import { network, openWinePool } from '../engine/wine-pool.ts'
import { test } from '../harness.ts'

const key = 'SOFTWARE\\ActivationFieldKitPlan'
const target = { place: 'this-computer' } as const

/** What Wine's own sc says of the service: its state in capitals. */
const serviceState = (): string | undefined =>
  /STATE\s*:\s*\d+\s+(\w+)/.exec(spawnSync('sc', ['query', 'sppsvc'], { encoding: 'latin1' }).stdout)?.[1]

const withPlans = async (body: (plans: PlanService, store: JournalStore) => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'field-kit-'))
  const pool = openWinePool()
  const store = openJournal({ path: join(folder, 'journal.sqlite'), now: () => systemClock.now() })
  try {
    const plans = createPlanService({
      store,
      vault: createSecretVault(randomBytes(32)),
      catalogue,
      sites: { shared: () => pool.site(network), exclusive: () => pool.exclusive(network) },
      clock: systemClock,
      who: 'WINE\\tester',
      elevated: true,
      computerName: 'WINE',
      redact: (text) => text,
      isLabKey: () => false,
    })
    await body(plans, store)
  } finally {
    await pool.close()
    store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

test('one real plan: sppsvc is restarted, a registry value set and another removed', () =>
  withPlans(async (plans, store) => {
    spawnSync('reg', ['delete', `HKLM\\${key}`, '/f'])
    spawnSync('net', ['start', 'sppsvc'])
    assert.equal(serviceState(), 'RUNNING')
    const proposal = await plans.proposeSteps({
      title: 'Prove the way to Windows',
      target,
      steps: [
        { kind: 'service.restart-licensing', params: {} },
        { kind: 'registry.set-value', params: { path: key, name: 'Kept', type: 'REG_SZ', data: 'kms01.example.test' } },
        { kind: 'registry.set-value', params: { path: key, name: 'Removed', type: 'REG_SZ', data: 'for a moment' } },
        { kind: 'registry.remove-value', params: { path: key, name: 'Removed' } },
      ],
    })
    assert.equal(proposal.state, 'proposed')
    assert.equal(regQuery('Kept', key), undefined, 'a proposal changes nothing')
    plans.commit({ planId: proposal.planId, digest: proposal.digest })
    await plans.idle()

    const { plan } = plans.get(proposal.planId)
    assert.deepEqual(
      plan.steps.map(({ state, error }) => ({ state, error })),
      plan.steps.map(() => ({ state: 'done', error: null })),
    )
    assert.equal(plan.state, 'done')
    assert.equal(plan.progress, 1)
    assert.equal(regQuery('Kept', key), 'REG_SZ kms01.example.test', "Wine's reg sees the value")
    assert.equal(regQuery('Removed', key), undefined, "Wine's reg does not see the removed value")
    assert.equal(serviceState(), 'RUNNING', "Wine's sc sees the service running")
    const lines = store.read({ before: null, limit: 100 })
    for (const { index } of plan.steps) {
      const events = lines.filter(({ step }) => step === index).map(({ event }) => event)
      assert.deepEqual(events, ['done', 'will-run'], `step ${index} was journalled before and after`)
    }
    const restarted = lines.find(({ kind, event }) => kind === 'service.restart-licensing' && event === 'done')
    const processes = /process (\d+), now (\d+)/.exec(restarted?.outcome ?? '')
    assert.ok(processes, 'the journal names both processes')
    assert.notEqual(processes[1], processes[2], 'the service runs in a new process')
    spawnSync('reg', ['delete', `HKLM\\${key}`, '/f'])
    spawnSync('net', ['stop', 'sppsvc'])
  }))
