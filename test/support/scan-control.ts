import { expect, type Locator, type Page } from '@playwright/test'
import type { ComputerPage, ComputerRow } from '../../src-main/contract/models/estate.ts'
import type { ScanState } from '../../src-main/contract/models/scan.ts'
import { scenarioNamed } from '../../src-main/lab/scenarios/all-scenarios.ts'
import type { FaultEffect } from '../../src-main/lab/world/state.ts'
import { withLab } from './lab-control.ts'
import { readLabCalls } from './lab-log.ts'
import { callBridge, valueOf } from './raw-bridge.ts'

/** The scenario that is scanned: a hundred computers. */
export const scanned = 'woodgrove-100'
const place = { place: 'lab', scenario: scanned } as const

/** The computers of the scenario, in the order of its list. */
export const { hosts } = scenarioNamed(scanned)

/** Breaks connections or queries of computers; `*` stands for all of them. */
export const breakComputers = (
  userData: string,
  names: readonly string[],
  operation: 'connect' | 'query',
  effect: FaultEffect,
  times?: number,
): Promise<void> =>
  withLab(
    userData,
    async (lab) => {
      for (const host of names)
        await lab.setFault({ host, operation, effect, ...(times === undefined ? {} : { times }) })
    },
    scanned,
  )

/** Mends every computer. */
export const mendComputers = (userData: string): Promise<void> => withLab(userData, (lab) => lab.clearFaults(), scanned)

/** How often each computer was connected to, by its name in the scenario. */
export const connections = (userData: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { op, host } of readLabCalls(userData, scanned))
    if (op === 'connect' && host !== undefined) counts.set(host, (counts.get(host) ?? 0) + 1)
  return counts
}

/** Waits until a query of a computer hangs; returns the engine that waits for it. */
export const untilHung = async (userData: string, host: string): Promise<number> => {
  const find = (): number | undefined =>
    readLabCalls(userData, scanned).findLast(
      (call) => call.unanswered === true && call.op === 'query' && call.host === host,
    )?.pid
  await expect.poll(find, { intervals: [50], timeout: 30_000 }).toBeGreaterThan(0)
  return find() ?? 0
}

/** How the scan stands, asked of main itself. */
export const scanState = async (page: Page): Promise<ScanState> =>
  valueOf(await callBridge<ScanState>(page, 'scan.state', { place }))

/** Waits until so many computers have their result. */
export const untilDone = (page: Page, count: number): Promise<void> =>
  expect
    .poll(async () => (await scanState(page)).done, { intervals: [50], timeout: 60_000 })
    .toBeGreaterThanOrEqual(count)

/** Every computer of the list, as main has it. */
export const listedRows = async (page: Page): Promise<readonly ComputerRow[]> =>
  valueOf(await callBridge<ComputerPage>(page, 'computers.list', { place, after: null, limit: 500 })).rows

/** When each computer was scanned last, by its number; those never scanned are left out. */
export const scanTimes = async (page: Page): Promise<ReadonlyMap<number, string>> =>
  new Map((await listedRows(page)).flatMap(({ id, lastScanAt }) => (lastScanAt === null ? [] : [[id, lastScanAt]])))

/** The bar above the table that scans. */
export class ScanBarPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get bar(): Locator {
    return this.page.getByRole('region', { name: 'Scan' })
  }

  button(name: string): Locator {
    return this.bar.getByRole('button', { name, exact: true })
  }

  /** Sets how many computers are read at the same time, and how long each may take. */
  async options({ concurrency, deadline }: { concurrency: number; deadline: number }): Promise<void> {
    const more = this.button('More options')
    if ((await more.getAttribute('aria-expanded')) === 'false') await more.click()
    await this.bar.getByLabel('Computers at the same time').fill(String(concurrency))
    await this.bar.getByLabel('Seconds for each computer').fill(String(deadline))
    await more.click()
  }

  /** Waits until the bar says how the scan stands. */
  async says(text: string | RegExp, timeout = 60_000): Promise<void> {
    await expect(this.bar.getByText(text)).toBeVisible({ timeout })
  }
}
