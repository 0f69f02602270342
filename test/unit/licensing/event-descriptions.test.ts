import { describe, expect, it } from 'vitest'
import { LicensingEvent } from '../../../src-main/contract/models/kms-host-report.ts'
import { describeEvent, toLicensingEvent } from '../../../src-main/licensing/event-descriptions.ts'
import { eventFields } from '../../../src-main/licensing/event-fields.ts'

const request = [
  '0x0',
  '25',
  'pc12.contoso.com',
  '36f27b39-2fd5-440b-be67-a09996d27a38',
  '2010/9/29 21:46',
  '0',
  '2',
  '41520',
  '68531fb9-5511-4989-97be-d11a0f55633f',
]
const refused = ['0xC004F06C', ...request.slice(1)]

describe('the fields of an event', () => {
  it.each([
    ['commas', [request.join(',')]],
    ['commas and blanks', [request.join(', ')]],
    ['separate strings', request],
  ])('of 12290 are told by position, from %s', (_, data) => {
    expect(eventFields(12290, data)).toEqual({
      resultCode: '0x0',
      minCountRequired: '25',
      clientName: 'pc12.contoso.com',
      cmid: '36f27b39-2fd5-440b-be67-a09996d27a38',
      clientTimeUtc: '2010/9/29 21:46',
      isVm: '0',
      licenseStatus: '2',
      minutesToExpiration: '41520',
      activationId: '68531fb9-5511-4989-97be-d11a0f55633f',
    })
  })
  it('are absent where the event is cut short or unknown', () => {
    expect(eventFields(12290, ['0x0,5'])).toEqual({ resultCode: '0x0', minCountRequired: '5' })
    expect(eventFields(12290, [])).toEqual({})
    expect(eventFields(4711, ['x'])).toEqual({})
  })
  it('are found under qualifiers as well', () => {
    expect(eventFields(0x4000_0000 + 12294, ['contoso.com'])).toEqual({ dnsDomain: 'contoso.com' })
  })
})

describe('what an event says', () => {
  it.each([
    [12294, ['contoso.com'], 'The SRV record was published in contoso.com.'],
    [12293, ['0x80072338', 'contoso.com'], 'The SRV record could not be published in contoso.com (0x80072338'],
    [
      12290,
      [request.join(',')],
      'pc12.contoso.com asked for activation and the request was accepted. It needs a count of 25.',
    ],
    [12290, [refused.join(', ')], 'pc12.contoso.com asked for activation and was refused (0xC004F06C'],
    [12288, ['0x0, 0x0, kms01.contoso.com:1688'], 'This computer asked kms01.contoso.com:1688 for activation.'],
    [12288, ['0x8007232B,0x0,kms01:1688'], 'This computer could not ask kms01:1688 for activation (0x8007232B'],
    [12289, ['0x0,0x0,1,0,30,120,10080,2026/1/14 2:30'], 'activated this computer. The host’s count was 30.'],
    [12289, ['0xC004F038,0x4000008,0,0,4,120,10080,2006/1/14 2:30'], 'was not activated (0xC004F038'],
    [12291, ['0xC004F039'], 'The Key Management Service could not start (0xC004F039'],
    [12292, ['0x80070005'], 'could not start its renewal timer (0x80070005: Access denied).'],
    [902, [], 'Service has started'],
    [4711, ['x'], 'Event 4711 of the licensing service, which this app does not know.'],
    [12302, [], 'Event 12302 of the licensing service, which this app does not know.'],
    [0, [], 'Event 0 of the licensing service, which this app does not know.'],
  ] as const)('%i', (id, data, expected) => {
    expect(describeEvent(id, data)).toContain(expected.replace('’', "'"))
    expect(describeEvent(id + 0x4000_0000, data)).toBe(describeEvent(id, data))
  })

  it.each([12288, 12289, 12290, 12291, 12292, 12293, 12294])('%i without data is still a sentence', (id) => {
    expect(describeEvent(id, [])).toMatch(/^[A-Z].*\.$/)
    expect(describeEvent(id, [])).not.toMatch(/undefined|null/)
  })

  it('becomes an event of the contract', () => {
    const event = toLicensingEvent({
      id: 0x4000_0000 + 12294,
      log: 'Application',
      time: new Date('2026-11-22T12:00:00Z'),
      data: ['contoso.com'],
    })
    expect(LicensingEvent.parse(event)).toEqual({
      id: 12294,
      log: 'Application',
      time: '2026-11-22T12:00:00.000Z',
      data: ['contoso.com'],
      meaning: 'The SRV record was published in contoso.com.',
    })
  })
})
