import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { EstatePlace } from '../../../src-main/contract/models/estate.ts'
import type { ScanOptions, ScanResult } from '../../../src-main/contract/models/scan.ts'
import { createScanning } from '../../../src-main/composition/scanning.ts'
import { EnginePool } from '../../../src-main/engine/engine-pool.ts'
import { openLab, type Lab } from '../../../src-main/lab/open-lab.ts'
import { scenarioNamed } from '../../../src-main/lab/scenarios/all-scenarios.ts'
import type { ScanBook, ScanSubject } from '../../../src-main/scan/scan-parts.ts'
import type { ScanService } from '../../../src-main/scan/scan-service.ts'
import { createSecretVault, type SecretVault } from '../../../src-main/store/secret-vault.ts'
import { forkEngine, type ForkedEngine } from '../../support/fork-engine.ts'

const engineScript = fileURLToPath(new URL('../../support/engine-in-child.ts', import.meta.url))

/** A Lab, engines in processes of their own, and a list of its computers. */
export interface ScanWorld {
  readonly place: EstatePlace
  readonly hosts: readonly string[]
  readonly lab: Lab
  readonly engines: readonly ForkedEngine[]
  readonly vault: SecretVault
  readonly scans: ScanService
  /** Results in the order in which they were written. */
  readonly written: readonly ScanResult[]
  /** The last result of a computer. */
  result(host: string): ScanResult | undefined
  scan(options?: Partial<ScanOptions>): Promise<void>
  close(): Promise<void>
}

/** A book that forgets with the app which scan was begun. */
export const noScanNotes: ScanBook['scanNotes'] = {
  begin: () => undefined,
  unfinished: () => null,
  end: () => undefined,
}

/** Opens a scenario for scanning. `change` alters what is known of a computer; `record` stands for the place of results. */
export const openScanWorld = (
  scenario: string,
  {
    change = (subject) => subject,
    record = () => undefined,
  }: {
    change?: (subject: ScanSubject, vault: SecretVault) => ScanSubject
    record?: (results: readonly ScanResult[]) => void
  } = {},
): ScanWorld => {
  const labs = mkdtempSync(join(tmpdir(), 'scan-'))
  const place = { place: 'lab', scenario } as const
  const lab = openLab(scenario, { folder: join(labs, scenario), durable: false })
  const { hosts } = scenarioNamed(scenario)
  const engines: ForkedEngine[] = []
  const vault = createSecretVault(Buffer.alloc(32))
  const pool = new EnginePool({
    fork: () => {
      const engine = forkEngine(engineScript, 60)
      engines.push(engine)
      return engine
    },
  })
  const subjects = hosts.map((host, index) =>
    change({ id: index + 1, target: { place: 'lab', scenario, host }, passwordNeededFor: null }, vault),
  )
  const written: ScanResult[] = []
  const book: ScanBook = {
    scanNotes: noScanNotes,
    targets: (_place, selection) =>
      subjects.filter(({ id }) => selection.which !== 'computers' || selection.ids.includes(id)),
    record: (_place, results) => {
      record(results)
      written.push(...results)
    },
  }
  const scans = createScanning({ book, vault, pool, labs })
  return {
    place,
    hosts,
    lab,
    engines,
    vault,
    scans,
    written,
    result: (host) => written.findLast(({ id }) => id === hosts.indexOf(host) + 1),
    scan: async (options = {}) => {
      scans.start({ place, selection: { which: 'all' }, concurrency: 32, deadlineSeconds: 30, ...options })
      await scans.idle()
    },
    close: async () => {
      await scans.close()
      await pool.close()
      lab.close()
      rmSync(labs, { recursive: true, force: true, maxRetries: 10 })
    },
  }
}
