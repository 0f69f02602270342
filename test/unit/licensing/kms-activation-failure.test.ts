import { describe, expect, it } from 'vitest'
import { explainKmsFailure, type KmsActivationFailure } from '../../../src-main/licensing/kms-activation-failure.ts'
import { readKmsClientEvents } from '../../../src-main/licensing/kms-client-events.ts'
import { toLicensingEvent } from '../../../src-main/licensing/event-descriptions.ts'

const event = (id: number, data: string) =>
  toLicensingEvent({ id, log: 'Application', time: new Date('2026-11-22T10:00:00Z'), data: [data] })
const request = (code: string, host: string) =>
  event(
    12288,
    `${code},0x00000000,${host},36f27b39-2fd5-440b-be67-a09996d27a38,2026/11/22 4:00,0,2,41760,68531fb9-5511-4989-97be-d11a0f55633f,5`,
  )
const answer = (code: string, count: number) => event(12289, `${code},0x0,0,0,${count},120,10080,2026/11/22 4:00`)
const explain = (more: Partial<KmsActivationFailure>) =>
  explainKmsFailure({ code: 0xc004f074, events: { requests: [], answers: [] }, clockAhead: null, ...more })

describe('why a KMS client was not activated', () => {
  it('is the code behind 0xC004F074, with every host that was asked', () => {
    const events = readKmsClientEvents([
      request('0x800706BA', 'kms02:1688'),
      request('0x800706BA', 'kms01:1688'),
      request('0x800706BA', 'kms01:1688'),
    ])
    const { message, remedy, hresult } = explain({ events })
    expect(hresult).toBe(0x800706ba)
    expect(message).toMatch(/^Windows answered 0xC004F074: .*\. The reason behind it, .*: 0x800706BA: /)
    expect(message.match(/was asked and did not answer/g)).toHaveLength(2)
    expect(remedy).toMatch(/^Check whether kms02:1688 and kms01:1688 can be reached: /)
    expect(remedy).not.toContain('WMI')
  })

  it('is the answer of the host rather than the request where both are logged', () => {
    const events = readKmsClientEvents([answer('0xC004F038', 4), request('0x0', 'kms01:1688')])
    const { message, hresult, remedy } = explain({ events })
    expect(hresult).toBe(0xc004f038)
    expect(message).toContain('kms01:1688 was asked and answered.')
    expect(message).toContain('The count of the host was 4, and this computer needs 5.')
    expect(remedy).toContain('Nothing is wrong with this computer')
  })

  it('is the code alone where no event was logged or none could be read', () => {
    expect(explain({}).message).not.toContain('The reason behind it')
    expect(explain({}).hresult).toBe(0xc004f074)
    expect(explain({ events: null }).message).toContain('The events of the computer could not be read.')
  })

  it.each([
    [300, 'is 5 hours ahead of the clock here'],
    [-60, 'is 1 hour behind the clock here'],
    [-65, 'is 1.1 hours behind'],
  ])('names a clock that is %i minutes off', (clockAhead, words) => {
    expect(explain({ clockAhead }).message).toContain(words)
  })

  it('says nothing of clocks that agree', () => {
    expect(explain({ clockAhead: 4 }).message).not.toContain('clock')
  })

  it('tells the time of the request where the clocks cannot be compared', () => {
    const events = readKmsClientEvents([request('0xC004F06C', 'kms01:1688')])
    const { message, remedy } = explain({ code: 0xc004f06c, events })
    expect(message).toContain('The request carried the time 2026/11/22 4:00 (UTC).')
    expect(remedy).toContain('w32tm /resync')
  })

  it('has a remedy for a code that is not known', () => {
    expect(explain({ code: 0xdeadbeef }).remedy).toContain('events 12288 and 12289')
  })
})
