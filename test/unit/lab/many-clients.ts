import { LabNetwork } from '../../../src-main/lab/lab-network.ts'
import { buildComputer } from '../../../src-main/lab/scenarios/build-computer.ts'
import { firstHost } from '../../../src-main/lab/scenarios/first-host.ts'
import type { Scenario } from '../../../src-main/lab/scenarios/scenario.ts'
import { setupKeys, windows7Enterprise } from '../../../src-main/lab/scenarios/windows-versions.ts'
import { createMemoryLog } from '../../../src-main/lab/storage/memory-log.ts'
import type { LabSession } from '../../../src-main/lab/open-lab.ts'
import { World } from '../../../src-main/lab/world/world.ts'
import { activate, hostKey, installKey, openFirewall, until } from './lab-fixture.ts'

const domain = 'corp.northwind.test'

/** The scenario first-host with as many more Windows 7 clients as wanted: W1, W2, … */
export const withClients = (count: number, change: Partial<{ clockSkew: number }> = {}): Scenario => {
  const hosts = Array.from({ length: count }, (_item, index) => `w${index + 1}`)
  return {
    ...firstHost,
    hosts: [...firstHost.hosts, ...hosts],
    computer: (host, start) => {
      const index = hosts.indexOf(host)
      if (index < 0) return firstHost.computer(host, start)
      const plan = {
        name: host.toUpperCase(),
        domain,
        address: `10.20.2.${index + 1}`,
        role: 'KMS client',
        os: windows7Enterprise,
        dnsServers: ['10.20.0.10'],
        administrators: [firstHost.currentUser],
        setupKey: setupKeys.windows7Enterprise,
        daysUsed: 1,
      }
      return { ...buildComputer('test', plan, start), ...change }
    },
    locate: (spelling) => {
      const bare = spelling.replace(`.${domain}`, '')
      return hosts.includes(bare) ? bare : firstHost.locate(spelling)
    },
  }
}

export interface Estate {
  readonly world: World
  connect(host: string, namespace?: string): Promise<LabSession>
}

/** An estate in memory with a clock of its own. `clock.now` may be moved by hand. */
export const estate = (scenario: Scenario, clock = { now: Date.UTC(2026, 0, 5, 8) }): Estate => {
  const world = new World(scenario, createMemoryLog(), { wallClock: () => clock.now })
  const network = new LabNetwork(world, 0)
  return { world, connect: (host, namespace = 'root\\cimv2') => network.connect({ host }, namespace) }
}

/** Makes KMS01 an activated KMS host that lets KMS traffic in. */
export const makeKmsHost = async ({ world, connect }: Estate, clock: { now: number }): Promise<LabSession> => {
  const kms = await connect('kms01')
  await installKey(kms, hostKey)
  await activate(kms)
  await openFirewall(kms)
  clock.now += world.scenario.timings.program
  await until(
    () => kms.query("SELECT Name FROM Win32_Process WHERE Name = 'netsh.exe'"),
    (rows) => rows.length === 0,
  )
  return kms
}
