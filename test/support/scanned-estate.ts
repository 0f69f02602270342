import { expect, type Page } from '@playwright/test'
import type { ScanState } from '../../src-main/contract/models/scan.ts'
import type { ComputerPreview } from '../../src-main/contract/models/estate-adding.ts'
import type { LabOverview } from '../../src-main/contract/models/lab.ts'
import { chooseScenario } from './made-kms-host.ts'
import { callBridge, valueOf } from './raw-bridge.ts'

/** Shows a scenario of the Lab, puts all its computers on the list, in one group and with a note, and scans them. */
export const scanScenario = async (page: Page, scenario: string, note: string): Promise<void> => {
  await chooseScenario(page, scenario)
  const place = { place: 'lab', scenario }
  const { computers, accounts } = valueOf(await callBridge<LabOverview>(page, 'lab.overview'))
  const text = computers.map(({ fullName }) => fullName).join('\n')
  const preview = await callBridge<ComputerPreview>(page, 'computers.preview', { place, input: { from: 'text', text } })
  const { previewId } = valueOf(preview)
  const adding = { previewId, only: null, group: 'Headquarters', tags: [], updateKnown: false }
  valueOf(await callBridge(page, 'computers.add', adding))
  const [account] = accounts
  if (account !== undefined) {
    const secret = { kind: 'password', value: account.password }
    const { ref } = valueOf(await callBridge<{ ref: string }>(page, 'secrets.put', secret))
    const credential = { user: account.user, password: ref }
    valueOf(await callBridge(page, 'groups.change', { place, name: 'Headquarters', credential }))
  }
  valueOf(await callBridge(page, 'computers.change', { place, ids: [1], change: { note } }))
  valueOf(await callBridge(page, 'scan.start', { place, selection: { which: 'all' } }))
  const state = async (): Promise<string> => valueOf(await callBridge<ScanState>(page, 'scan.state', { place })).state
  await expect.poll(state, { intervals: [100], timeout: 60_000 }).toBe('done')
}
