import { assertNever } from '../contract/app-error.ts'
import type { LabComputer, LabOverview } from '../contract/models/lab.ts'
import { keyedProduct, statusAt } from './licensing/product-status.ts'
import { scenarioNamed } from './scenarios/all-scenarios.ts'
import type { Sku } from './licensing/sku-catalogue.ts'
import type { Computer, LabState } from './world/state.ts'

const kindWords = (kind: Sku['kind']): string => {
  switch (kind) {
    case 'kms-client':
      return 'KMS client'
    case 'kms-host':
      return 'KMS host'
    case 'mak':
      return 'Multiple activation key'
    default:
      return assertNever(kind)
  }
}

const statusWords: Readonly<Record<number, string>> = {
  0: 'unlicensed',
  1: 'licensed',
  2: 'in its initial grace period',
  3: 'in an additional grace period',
  5: 'not activated, in notification mode',
}

const stateOf = (computer: Computer, now: number): string => {
  if (computer.power === 'asleep') return 'Asleep'
  const keyed = keyedProduct(computer)
  if (!keyed) return 'No product key'
  const { status } = statusAt(keyed.product, now)
  return `${kindWords(keyed.sku.kind)}, ${statusWords[status] ?? 'in an unknown state'}`
}

const labComputer = (computer: Computer, now: number, user: string | null): LabComputer => ({
  host: computer.name,
  fullName: computer.domain === null ? computer.name : `${computer.name}.${computer.domain}`,
  osCaption: computer.os.caption.trim(),
  role: computer.role,
  state: stateOf(computer, now),
  user,
})

/** The Lab as people see it: its computers, keys, accounts and clock. Throws where the scenario is unknown. */
export const overview = (state: LabState): LabOverview => {
  const scenario = scenarioNamed(state.scenario)
  const user = scenario.accounts[0]?.user ?? null
  return {
    scenario: scenario.name,
    title: scenario.title,
    description: scenario.description,
    now: state.now,
    keys: scenario.keys.map(({ label, key }) => ({ label, key })),
    accounts: scenario.accounts.map(({ user, password, note }) => ({ user, password, note })),
    computers: Object.values(state.computers).map((computer) => labComputer(computer, Date.parse(state.now), user)),
  }
}
