import { expect, type Locator, type Page } from '@playwright/test'
import type { BatchRow, BatchRows, BatchView } from '../../src-main/contract/models/batch.ts'
import type { FaultEffect } from '../../src-main/lab/world/state.ts'
import { withLab } from './lab-control.ts'
import { readLabCalls, type LabCall } from './lab-log.ts'
import { callBridge, valueOf } from './raw-bridge.ts'
import { scanned } from './scan-control.ts'

/** The method with which a fixed KMS host is set. */
export const setHostMethod = 'SetKeyManagementServiceMachine'

/** A task for many computers as a person uses it. */
export class BatchPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  get heading(): Locator {
    return this.page.getByRole('heading', { level: 1 })
  }

  get next(): Locator {
    return this.page.getByRole('button', { name: 'Next', exact: true })
  }

  get question(): Locator {
    return this.page.getByRole('alertdialog')
  }

  /** The computers of the batch, on the pages that run it and that show its end. */
  get table(): Locator {
    return this.page.getByRole('grid', { name: 'Computers of the batch' })
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('main').getByRole('button', { name })
  }

  /** Opens a task on all computers of the list. */
  async openOnAll(task: RegExp, count: number): Promise<void> {
    await this.page.getByRole('main').locator('table[aria-rowcount]').focus()
    await this.page.keyboard.press('Control+a')
    await this.page.getByRole('button', { name: `Do a task on these ${count}` }).click()
    await this.page.getByRole('menuitem', { name: task }).click()
    await expect(this.heading).toHaveText(`${count} computers are chosen`)
  }

  /** Has every client ask one KMS host, and activates none. */
  async useHost(host: string): Promise<void> {
    await this.page.getByRole('radio', { name: /^This host/ }).check()
    await this.page.getByRole('textbox', { name: /^KMS host/ }).fill(host)
    await this.page.getByRole('checkbox', { name: /^Activate/ }).uncheck()
  }

  /** How it goes through the computers. @param first how many go first; null for all at once */
  async policy(onFailure: string, first: number | null, concurrency: number): Promise<void> {
    const trying = this.page.getByRole('checkbox', { name: /^Try it on the first/ })
    await trying.setChecked(first !== null)
    if (first !== null) await this.page.getByRole('textbox', { name: 'How many go first' }).fill(String(first))
    await this.page.getByRole('radio', { name: new RegExp(`^${onFailure}`) }).check()
    await this.page.getByRole('textbox', { name: 'Computers at the same time' }).fill(String(concurrency))
  }

  async toReview(count: number): Promise<void> {
    await this.next.click()
    await this.reads(`Review what will be done on ${count} computers`)
  }

  /** Waits for a heading. */
  async reads(heading: string | RegExp, timeout = 120_000): Promise<void> {
    await expect(this.heading).toHaveText(heading, { timeout })
  }

  /** The newest batch, as main has it. */
  async newest(): Promise<BatchView> {
    const [batch] = valueOf(await callBridge<readonly BatchView[]>(this.page, 'batches.list', { limit: 1 }))
    if (batch === undefined) throw new Error('There is no batch.')
    return batch
  }

  /** The computers of the newest batch. */
  async rows(): Promise<readonly BatchRow[]> {
    const { batchId } = await this.newest()
    return valueOf(await callBridge<BatchRows>(this.page, 'batches.rows', { batchId, offset: 0, limit: 500 })).rows
  }
}

/** Breaks the calls of a method on computers; `*` stands for all of them. */
export const breakCalls = (
  userData: string,
  names: readonly string[],
  method: string,
  effect: FaultEffect,
  times?: number,
): Promise<void> =>
  withLab(
    userData,
    async (lab) => {
      for (const host of names)
        await lab.setFault({ host, operation: 'call', method, effect, ...(times === undefined ? {} : { times }) })
    },
    scanned,
  )

/** The calls of a method so far, oldest first. */
export const callsOf = (userData: string, method: string): readonly LabCall[] =>
  readLabCalls(userData, scanned).filter((call) => call.op === 'call' && call.method === method)

/** How often a method was called on each computer, by its name in the scenario. */
export const timesCalled = (userData: string, method: string): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { host = '' } of callsOf(userData, method)) counts.set(host, (counts.get(host) ?? 0) + 1)
  return counts
}

/** Waits until a call on a computer hangs; returns the engine that waits for it. */
export const untilCallHangs = async (userData: string, method: string, host: string): Promise<number> => {
  const find = (): number | undefined =>
    callsOf(userData, method).findLast((call) => call.unanswered === true && call.host === host)?.pid
  await expect.poll(find, { intervals: [50], timeout: 60_000 }).toBeGreaterThan(0)
  return find() ?? 0
}
