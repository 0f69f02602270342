import { describe, expect, it } from 'vitest'
import { LabFaultInput } from '../../../../src-main/contract/models/lab-fault.ts'
import type { LabComputer, LabLicence, LabOverview } from '../../../../src-main/contract/models/lab.ts'
import { readAmount } from '../../../../src-renderer/pages/lab/amount.ts'
import { faultsOn, filterComputers } from '../../../../src-renderer/pages/lab/computer-filter.ts'
import { newFault, placesOf, readFault, type FaultKind } from '../../../../src-renderer/pages/lab/fault-draft.ts'
import { askedText, licenceEnd, licenceLevel } from '../../../../src-renderer/pages/lab/licence-text.ts'
import { happenedSentences, whatHappened } from '../../../../src-renderer/pages/lab/what-happened.ts'
import { faultKinds } from '../../../../src-renderer/strings/lab/faults.ts'
import { lab } from '../../../ui-preview/fixtures.ts'

const client: LabLicence = {
  kind: 'kms-client',
  status: 2,
  statusText: 'in its initial grace period',
  minutesLeft: 1440,
  count: null,
  required: 25,
  kmsHost: null,
  asked: null,
}
const licensed: LabLicence = { ...client, status: 1, statusText: 'licensed', minutesLeft: 180 * 1440 }
const host = (count: number): LabLicence => ({
  ...licensed,
  kind: 'kms-host',
  minutesLeft: null,
  count,
  required: null,
})
const tooLow = 0xc004f038

const start = '2026-11-22T08:00:00.000Z'
const end = '2026-11-22T10:00:00.000Z'
const during = '2026-11-22T09:00:00.000Z'

const computer = (name: string, licence: LabLicence | null): LabComputer => ({
  host: name,
  fullName: `${name}.lab.example`,
  osCaption: 'Windows 7 Enterprise',
  role: 'KMS client',
  state: '',
  power: 'on',
  licence,
  user: null,
})
const at = (now: string, computers: readonly LabComputer[]): LabOverview => ({ ...lab, now, computers: [...computers] })

describe('what happened while the clock moved on', () => {
  const asked = { at: during, hresult: tooLow }
  const before = at(start, [
    computer('KMS01', host(22)),
    computer('A', client),
    computer('B', client),
    computer('C', { ...client, asked: { at: start, hresult: tooLow } }),
    computer('D', licensed),
  ])
  const after = at(end, [
    computer('KMS01', host(25)),
    computer('A', { ...licensed, asked: { at: during, hresult: 0 } }),
    computer('B', { ...client, asked }),
    computer('C', { ...client, asked: { at: start, hresult: tooLow } }),
    computer('D', { ...client, status: 3 }),
  ])

  it('counts who asked meanwhile, who was activated, who was not and why, and each host', () => {
    expect(whatHappened({ before, after })).toEqual({
      from: start,
      to: end,
      asked: 2,
      activated: 1,
      lapsed: 1,
      hosts: [{ host: 'KMS01', before: 22, after: 25 }],
      failures: [{ hresult: tooLow, computers: 1 }],
    })
  })

  it('says it in sentences', () => {
    const sentences = happenedSentences(whatHappened({ before, after }))
    expect(sentences.slice(1)).toEqual([
      '2 KMS clients asked for activation.',
      '1 computer was newly activated.',
      '1 computer lost activation, because the time was over.',
      '1 computer was not activated: the count of the KMS host is still too low (0xC004F038).',
      'KMS01 counts 25 clients, 22 before.',
    ])
  })

  it('says that there is no host where there is none', () => {
    const idle = at(start, [computer('A', client)])
    expect(happenedSentences(whatHappened({ before: idle, after: { ...idle, now: end } }))).toContain(
      'No computer of the scenario is an activated KMS host.',
    )
  })
})

describe('the licence of a Lab computer', () => {
  it('is marked and dated by its state', () => {
    expect([client, licensed, { ...client, status: 5 }].map(licenceLevel)).toEqual(['warning', 'ok', 'problem'])
    expect(licenceEnd(client, '2026-11-22T12:00:00.000Z')).toBe('Grace until 2026-11-23')
    expect(licenceEnd({ ...client, minutesLeft: 0 }, start)).toBe('Grace has ended')
    expect(licenceEnd(host(3), start)).toBe('Does not end')
  })

  it('tells the last attempt of KMS clients alone', () => {
    expect(askedText(client)).toBe('Has not asked yet')
    expect(askedText({ ...client, asked: { at: during, hresult: 0x80131500 } })).toContain(
      'Windows reported 0x80131500',
    )
    expect(askedText(host(1))).toBeNull()
  })
})

describe('filterComputers', () => {
  const fault = { ...readOk('A'), id: 'f', description: '', left: null }
  const overview = {
    computers: [
      computer('KMS01', host(1)),
      computer('A', client),
      { ...computer('B', licensed), power: 'asleep' as const },
    ],
    faults: [fault],
  }
  const names = (text: string, choice: Parameters<typeof filterComputers>[2]): string[] =>
    filterComputers(overview, text, choice).map(({ host: name }) => name)

  it('finds every word in any column', () => {
    expect(names('grace a.lab', 'all')).toEqual(['A'])
    expect(names('grace b.lab', 'all')).toEqual([])
  })

  it('narrows to a choice', () => {
    expect(names('', 'activated')).toEqual(['KMS01', 'B'])
    expect(names('', 'not-activated')).toEqual(['A'])
    expect(names('', 'kms-hosts')).toEqual(['KMS01'])
    expect(names('', 'off')).toEqual(['B'])
    expect(names('', 'faulty')).toEqual(['A'])
  })

  it('counts faults of all computers and none that are used up', () => {
    expect(faultsOn([{ ...fault, host: '*' }, { ...fault, left: 0 }, fault], 'A')).toHaveLength(2)
  })
})

function readOk(name: string): LabFaultInput {
  const read = readFault(newFault(name))
  if (!read.ok) throw new Error(read.message)
  return read.fault
}

describe('readAmount', () => {
  it('takes whole numbers in each unit up to 400 days', () => {
    expect(readAmount(' 90 ', 'minutes')).toEqual({ ok: true, minutes: 90 })
    expect(readAmount('400', 'days')).toEqual({ ok: true, minutes: 576_000 })
    expect(readAmount('9600', 'hours')).toMatchObject({ ok: true })
  })

  it.each(['0', '-1', '1.5', 'abc', '9601', '99999999'])('names what is wrong with "%s"', (typed) => {
    expect(readAmount(typed, 'hours')).toEqual({
      ok: false,
      message: `“${typed}” is not a whole number from 1 to 9600. Type how many hours the clock shall move on.`,
    })
  })
})

describe('readFault', () => {
  const kinds = Object.keys(faultKinds) as readonly FaultKind[]

  it.each(kinds)('makes a fault that the contract takes, wherever "%s" can strike', (kind) => {
    const drafts = placesOf(kind).map((place) => ({ ...newFault('KMS01'), kind, place, limited: true }))
    for (const draft of drafts) {
      const read = readFault(draft)
      expect(read.ok && LabFaultInput.safeParse(read.fault).success).toBe(true)
    }
  })

  it('leaves a place that the kind does not know, and a method that belongs to another place', () => {
    expect(readFault({ ...newFault('A'), kind: 'hang', place: 'srv', method: 'Activate' })).toMatchObject({
      fault: { operation: null, method: null },
    })
    expect(readFault({ ...newFault('A'), place: 'call', method: 'Activate' })).toMatchObject({
      fault: { operation: 'call', method: 'Activate', times: null },
    })
  })

  it('names the field that is wrong, and only where it counts', () => {
    expect(readFault({ ...newFault('A'), kind: 'slow', seconds: '601' })).toMatchObject({ ok: false, field: 'seconds' })
    expect(readFault({ ...newFault('A'), kind: 'refuse', seconds: 'x', times: 'x' })).toMatchObject({ ok: true })
    expect(readFault({ ...newFault('A'), limited: true, times: '1001' })).toMatchObject({ ok: false, field: 'times' })
  })
})
