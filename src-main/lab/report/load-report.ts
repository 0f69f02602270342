import { SelfTestReport } from '../../contract/models/self-test-report.ts'
import type { World } from '../world/world.ts'
import { computerFromReport } from './computer-from-report.ts'

/** What came of a report: the computer's name, or why it was not taken. */
export type LoadedReport =
  | { readonly outcome: 'loaded'; readonly host: string }
  | {
      readonly outcome: 'refused'
      readonly reason: 'no-report' | 'incomplete' | 'name-taken'
      readonly message: string
    }

const refused = (reason: 'no-report' | 'incomplete' | 'name-taken', message: string): LoadedReport => ({
  outcome: 'refused',
  reason,
  message,
})

/** An address in the network of the computer that the technician sits at, which none of the Lab's scenarios uses. */
const freeAddress = (own: string, taken: readonly string[]): string => {
  const [first = '10', second = '0'] = own.split('.')
  const candidates = Array.from({ length: 254 }, (_item, index) => `${first}.${second}.250.${index + 1}`)
  return candidates.find((address) => !taken.includes(address)) ?? `${first}.${second}.251.1`
}

const parse = (text: string): SelfTestReport | null => {
  try {
    const parsed = SelfTestReport.safeParse(JSON.parse(text.replace(/^\uFEFF/, '')))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/**
 * Takes the JSON text of a report of "Check this computer" and makes it a computer of the Lab, which stays until the scenario is
 * put back. A report of a computer that came from a report before takes its place; one that has the name of a computer of the
 * scenario is refused. Account names in it are those of the Lab: whoever is administrator of the technician's computer is
 * administrator there.
 */
export const loadReport = async (world: World, text: string): Promise<LoadedReport> => {
  const report = parse(text)
  if (report === null) return refused('no-report', 'This is not a report of "Check this computer".')
  const { scenario } = world
  const own = world.computer(scenario.thisComputer)
  const name = report.system?.name ?? ''
  const host = name.toLowerCase()
  if (scenario.locate(host) !== undefined) {
    return refused('name-taken', `The scenario has a computer ${name} already.`)
  }
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/i.test(name)) return refused('incomplete', 'The report names no computer.')
  return world.run((transaction) => {
    const { loaded } = transaction.readNetwork
    const others = Object.values(loaded).filter((other) => other.host !== host)
    const taken = others.map(({ address }) => address)
    const computer = computerFromReport(report, {
      scenario: scenario.name,
      address: freeAddress(own?.address ?? '', taken),
      dnsServers: own?.dnsServers ?? [],
      administrators: own?.administrators ?? [],
      now: transaction.now,
    })
    if (computer === null) {
      const message = 'The report does not hold what the licensing service told.'
      return { facts: { op: 'report', subject: 'refused' }, value: refused('incomplete', message) }
    }
    transaction.network.loaded[host] = structuredClone(computer) as (typeof transaction.network.loaded)[string]
    return { facts: { op: 'report', host }, value: { outcome: 'loaded', host: computer.name } }
  })
}
