import { contoso2009 } from './contoso-2009.ts'
import { fabrikam2025 } from './fabrikam-2025.ts'
import { firstHost } from './first-host.ts'
import type { Scenario } from './scenario.ts'
import { woodgrove } from './woodgrove.ts'

const scenarios: readonly Scenario[] = [
  firstHost,
  contoso2009,
  fabrikam2025,
  woodgrove(100),
  woodgrove(1000),
  woodgrove(10_000),
]

/** The scenario that is shown until another one is chosen. */
export const firstScenario = firstHost.name

/** Every scenario with what people read of it. */
export const scenarioList = scenarios.map(({ name, title, description }) => ({ name, title, description }))

/** Names of the scenarios that there are. */
export const scenarioNames: readonly string[] = scenarios.map(({ name }) => name)

/** A scenario by its name. Throws an Error that names the known ones. */
export const scenarioNamed = (name: string): Scenario => {
  const scenario = scenarios.find((candidate) => candidate.name === name)
  if (scenario) return scenario
  throw new Error(`There is no Lab scenario "${name}". The scenarios are: ${scenarioNames.join(', ')}.`)
}
