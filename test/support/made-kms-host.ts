import { expect, type Page } from '@playwright/test'
import type { PlanView } from '../../src-main/contract/models/plan.ts'
import { callBridge, valueOf } from './raw-bridge.ts'

/** Shows a scenario of the Lab. */
export const chooseScenario = async (page: Page, scenario: string): Promise<void> => {
  valueOf(await callBridge(page, 'lab.choose', { scenario }))
}

/** Shows the scenario contoso-2009: two KMS hosts to be, thirty clients, four zones. */
export const chooseContoso = (page: Page): Promise<void> => chooseScenario(page, 'contoso-2009')

/** Makes a computer of the Lab a KMS host, without walking through the wizard. */
export const makeKmsHost = async (
  page: Page,
  { scenario, host, key }: { readonly scenario: string; readonly host: string; readonly key: string },
): Promise<void> => {
  const { ref } = valueOf(await callBridge<{ ref: string }>(page, 'secrets.put', { kind: 'product-key', value: key }))
  const plan = valueOf(
    await callBridge<PlanView>(page, 'plans.propose', {
      wizard: 'set-up-kms-host',
      target: { place: 'lab', scenario, host },
      hostKey: ref,
      overruled: [],
      openFirewall: true,
    }),
  )
  const which = { planId: plan.planId, digest: plan.digest }
  valueOf(await callBridge(page, 'plans.consent', { ...which, consent: 'kms-key-warning' }))
  valueOf(await callBridge(page, 'plans.commit', which))
  const state = async (): Promise<string> =>
    valueOf(await callBridge<{ plan: PlanView }>(page, 'plans.get', { planId: plan.planId })).plan.state
  await expect.poll(state, { intervals: [100], timeout: 30_000 }).toBe('done')
}

/** Moves the Lab's clock on; clients ask meanwhile. */
export const advanceLab = async (page: Page, minutes: number): Promise<void> => {
  valueOf(await callBridge(page, 'lab.advance', { minutes }))
}
