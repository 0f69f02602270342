import { describe, expect, it } from 'vitest'
import { describeMinutes, minutesText } from '../../../src-main/contract/minutes.ts'
import { Finding } from '../../../src-main/contract/models/finding.ts'
import type { TargetRef } from '../../../src-main/contract/models/target.ts'
import {
  parseMinutes,
  readInterval,
  readPort,
  type ReadSetting,
} from '../../../src-main/licensing/host-setting-input.ts'
import {
  deferredSettingSentence,
  hostSettingCommand,
  hostSettingFacts,
} from '../../../src-main/licensing/host-settings.ts'

const refusal = (read: ReadSetting): Finding => {
  if (read.outcome === 'value') throw new Error(`taken as ${read.value}`)
  const finding = Finding.parse(read.finding)
  expect(finding.level).toBe('problem')
  return finding
}

describe('the port', () => {
  it.each([
    ['1', 1],
    ['1688', 1688],
    [' 1689 ', 1689],
    ['65535', 65_535],
    ['01688', 1688],
  ])('"%s" is taken', (typed, value) => {
    expect(readPort(typed)).toEqual({ outcome: 'value', value })
  })

  it.each([
    ['', 'The port is empty.'],
    ['  ', 'The port is empty.'],
    ['0', 'The port "0" is not between 1 and 65535.'],
    ['65536', 'The port "65536" is not between 1 and 65535.'],
    ['70000', 'The port "70000" is not between 1 and 65535.'],
    ['abc', 'The port "abc" is not a whole number.'],
    ['-1', 'The port "-1" is not a whole number.'],
    ['16.88', 'The port "16.88" is not a whole number.'],
    ['0x698', 'The port "0x698" is not a whole number.'],
    ['1e3', 'The port "1e3" is not a whole number.'],
  ])('"%s" is refused with field, value and remedy', (typed, message) => {
    expect(refusal(readPort(typed))).toMatchObject({
      check: 'setting-port',
      field: 'port',
      message,
      remedy: 'Enter a whole number from 1 to 65535; 1688 is usual for KMS.',
    })
  })
})

describe('an interval', () => {
  it.each([
    ['15', 15],
    ['120', 120],
    ['43200', 43_200],
    ['2 hours', 120],
    ['2 Hours', 120],
    ['1 hour', 60],
    ['2h', 120],
    ['2 hrs', 120],
    ['7 days', 10_080],
    ['1d', 1440],
    ['1 week', 10_080],
    ['90 min', 90],
    ['90 minutes', 90],
    ['90m', 90],
    ['1.5 hours', 90],
    ['1 h 30 min', 90],
    ['1 day, 2 hours and 15 minutes', 1575],
  ])('of "%s" is %i minutes', (typed, minutes) => {
    expect(parseMinutes(typed)).toBe(minutes)
    expect(readInterval('activationInterval', ` ${typed} `)).toEqual({ outcome: 'value', value: minutes })
  })

  it.each(['abc', '-5', '1.5', '0.1 minutes', '2 moons', '2 hours later', 'hours', '1,5 hours', '0x20', '2 hours 3'])(
    'of "%s" is not minutes',
    (typed) => {
      expect(parseMinutes(typed)).toBeNull()
      expect(refusal(readInterval('renewalInterval', typed))).toMatchObject({
        check: 'setting-renewal-interval',
        field: 'renewalInterval',
        message: `The renewal interval "${typed}" is not a whole number of minutes.`,
      })
    },
  )

  it.each([
    ['', 'The activation interval is empty.'],
    ['14', 'The activation interval "14" is shorter than 15 minutes, which Windows refuses.'],
    ['0', 'The activation interval "0" is shorter than 15 minutes, which Windows refuses.'],
    ['43201', 'The activation interval "43201" is longer than 43200 minutes (30 days), which Windows refuses.'],
    ['31 days', 'The activation interval "31 days" is longer than 43200 minutes (30 days), which Windows refuses.'],
  ])('of "%s" is refused', (typed, message) => {
    const finding = refusal(readInterval('activationInterval', typed))
    expect(finding).toMatchObject({ check: 'setting-activation-interval', field: 'activationInterval', message })
    expect(finding.remedy).toBe(
      'Enter 15 to 43200 minutes (30 days); 120 (2 hours) is usual. "2 hours" or "7 days" will do as well.',
    )
  })

  it('has its own usual value in the remedy', () => {
    expect(refusal(readInterval('renewalInterval', '43201')).remedy).toContain('10080 (7 days) is usual')
  })

  it.each([
    [0, '0 minutes'],
    [1, '1 minute'],
    [60, '1 hour'],
    [90, '1 hour 30 minutes'],
    [120, '2 hours'],
    [1440, '1 day'],
    [10_080, '7 days'],
    [1575, '1 day 2 hours 15 minutes'],
  ])('of %i minutes is said as "%s"', (minutes, text) => {
    expect(describeMinutes(minutes)).toBe(text)
  })

  it.each([
    [1, '1 minute'],
    [15, '15 minutes'],
    [120, '120 minutes (2 hours)'],
    [43_200, '43,200 minutes (30 days)'],
    [259_137, '259,137 minutes (179 days 22 hours 57 minutes)'],
  ])('of %i minutes is shown as "%s"', (minutes, text) => {
    expect(minutesText(minutes)).toBe(text)
  })
})

describe('a host setting', () => {
  const here: TargetRef = { place: 'this-computer' }
  const there: TargetRef = { place: 'network', host: 'kms01.contoso.com' }

  it.each([
    [{ setting: 'port', value: 1689 }, 'slmgr.vbs /sprt 1689'],
    [{ setting: 'activationInterval', value: 30 }, 'slmgr.vbs /sai 30'],
    [{ setting: 'renewalInterval', value: 1440 }, 'slmgr.vbs /sri 1440'],
    [{ setting: 'dnsPublishing', value: true }, 'slmgr.vbs /sdns'],
    [{ setting: 'dnsPublishing', value: false }, 'slmgr.vbs /cdns'],
    [{ setting: 'lowPriority', value: true }, 'slmgr.vbs /cpri'],
    [{ setting: 'lowPriority', value: false }, 'slmgr.vbs /spri'],
  ] as const)('%o is %s', (change, command) => {
    expect(hostSettingCommand(here, change)).toBe(command)
    expect(hostSettingCommand(there, change)).toBe(command.replace('slmgr.vbs', 'slmgr.vbs kms01.contoso.com'))
    const option = command.split(' ')[1]
    expect(hostSettingFacts[change.setting].slmgrOptions).toContain(option)
  })

  it('is refused by Windows before activation, and needs a restart of the service', () => {
    for (const facts of Object.values(hostSettingFacts)) {
      expect(facts).toMatchObject({ refusedBeforeActivation: true, needsRestart: true })
    }
    expect(deferredSettingSentence('port')).toBe(
      'TCP port: Windows refuses this setting until the KMS host is activated, so it is made after that.',
    )
  })

  it('has the registry value and the method that Windows gives it', () => {
    expect(Object.values(hostSettingFacts).map(({ registryValue, method }) => [registryValue, method])).toEqual([
      ['KeyManagementServiceListeningPort', 'SetKeyManagementServiceListeningPort'],
      ['VLActivationInterval', 'SetVLActivationInterval'],
      ['VLRenewalInterval', 'SetVLRenewalInterval'],
      ['DisableDnsPublishing', 'DisableKeyManagementServiceDnsPublishing'],
      ['EnableKmsLowPriority', 'EnableKeyManagementServiceLowPriority'],
    ])
  })
})
