import { describe, expect, it } from 'vitest'
import type { HostSettings } from '../../../src-main/contract/models/kms-host-settings.ts'
import { SetUpKmsHostDraft } from '../../../src-main/contract/models/plan.ts'
import { dropsPublishList, wantedHostSettings } from '../../../src-main/plans/planners/wanted-host-settings.ts'

const previous: HostSettings = {
  port: 1700,
  activationInterval: 180,
  renewalInterval: 20_160,
  dnsPublishing: false,
  lowPriority: true,
  publishList: [],
  ownDomain: 'contoso.com',
}
const draft = (more: Partial<SetUpKmsHostDraft>) =>
  SetUpKmsHostDraft.parse({
    wizard: 'set-up-kms-host',
    target: { place: 'this-computer' },
    hostKey: 'secret:00000000-0000-4000-8000-000000000000',
    overruled: [],
    openFirewall: true,
    ...more,
  })

describe('the settings that are written to a computer which is a KMS host already', () => {
  it('are none where everything is to stay as it is', () => {
    const same = { port: 1700, lowPriority: true, activationInterval: 180, renewalInterval: 20_160 }
    expect(wantedHostSettings(draft({ ...same, publishing: { mode: 'none' }, previous }))).toEqual([])
  })

  it('are those that differ, also where they go back to what Windows has by default', () => {
    expect(wantedHostSettings(draft({ activationInterval: 120, previous }))).toEqual([
      { setting: 'port', value: 1688 },
      { setting: 'activationInterval', value: 120 },
      { setting: 'lowPriority', value: false },
      { setting: 'dnsPublishing', value: true },
    ])
  })

  it('include the end of a publish list where the host is to publish itself in its own domain alone', () => {
    const listed = { ...previous, publishList: [{ domain: 'a.test', priority: '0', weight: '0' }] }
    expect(dropsPublishList(draft({ previous: listed }))).toBe(true)
    expect(dropsPublishList(draft({ previous }))).toBe(false)
  })
})

it('a new host is written what differs from Windows alone', () => {
  expect(wantedHostSettings(draft({}))).toEqual([])
  expect(wantedHostSettings(draft({ port: 1700, lowPriority: true }))).toEqual([
    { setting: 'port', value: 1700 },
    { setting: 'lowPriority', value: true },
  ])
})
