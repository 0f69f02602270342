import { describe, expect, it } from 'vitest'
import { readLicensingDetails } from '../../../src-main/actions/licensing-details-reader.ts'
import { detailsAnswer } from '../../../src-main/licensing/details-answer.ts'
import { labTarget } from '../actions/lab-actions.ts'
import { quickFabrikam } from './fabrikam-fixture.ts'

const lab = quickFabrikam()
const dlv = async (host: string): Promise<string> =>
  detailsAnswer(await readLicensingDetails(labTarget(lab, host).context, 'default'), 'default').texts.dlv

describe('what slmgr /dlv would print of each kind of product', () => {
  it.each([
    ['pc01', ['Product Key Channel: Volume:GVLK', 'KMS machine name from DNS: KMS01.corp.fabrikam.test:1688']],
    ['plant01', ['AD Activation client information', 'Activation Object name: Fabrikam plant']],
    ['token01', ['Token-based Activation information', 'Version ID (ILvID): 2']],
    ['kms01', ['Key Management Service is enabled on this machine', 'Current count: 34']],
    ['guest01', ['Guest IAID: ', 'Automatic VM activation expiration: ', 'Host machine name: HV01.corp.fabrikam.test']],
    ['eval01', ['Timebased activation expiration: 28800 minute(s) (20 day(s))', 'Evaluation End Date: ']],
    ['retail01', ['Product Key Channel: Retail', 'Use License URL: https://', 'Validation URL: https://']],
    ['oem01', ['Product Key Channel: OEM:DM', 'License Status: Licensed']],
    ['mak01', ['Product Key Channel: Volume:MAK', 'Remaining SKU rearm count: 1001']],
    ['esu01', ['Client-ESU-Year1', 'Name: Windows(R), Professional edition']],
    [
      'norearm01',
      ['License Status: Notification', 'Notification Reason: 0xC004F009', 'Remaining Windows rearm count: 0'],
    ],
    ['hpc01', ['Time remaining: ', 'Remaining Windows rearm count: 3']],
  ])('%s', async (host, lines) => {
    const text = await dlv(host)
    for (const line of lines) expect(text).toContain(line)
  })

  it('leaves out what is not of the product or the version', async () => {
    expect(await dlv('retail01')).not.toContain('Key Management Service client information')
    expect(await dlv('guest01')).not.toContain('Use License URL')
    expect(await dlv('file12')).not.toContain('Product Key Channel')
    expect(await dlv('mak01')).not.toContain('Evaluation End Date')
  })
})
