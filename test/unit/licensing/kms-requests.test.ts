import { describe, expect, it } from 'vitest'
import { Finding } from '../../../src-main/contract/models/finding.ts'
import { clientsSeen, duplicateClients, duplicateFindings } from '../../../src-main/licensing/kms-request-clients.ts'
import { refusalsByCode, requestsByStatus, requestsOverTime } from '../../../src-main/licensing/kms-request-counts.ts'
import { readKmsRequests } from '../../../src-main/licensing/kms-requests.ts'
import { cmidOf, requestEvent, requestsFrom } from './kms-request-events.ts'

describe('the requests of a KMS host', () => {
  it('are read by position from event 12290, in the layout of Microsoft’s sample', () => {
    const sample = {
      ...requestEvent({ at: '2010-09-29T21:50:03.000Z' }),
      data: [
        '0xC004F06C,5,pc12.contoso.com,36F27B39-2FD5-440B-BE67-A09996D27A38,2010/9/29 21:46,1,2,41520,68531fb9-5511-4989-97be-d11a0f55633f',
      ],
    }
    expect(readKmsRequests([sample])).toEqual({
      unreadable: 0,
      requests: [
        {
          at: '2010-09-29T21:50:03.000Z',
          resultCode: 0xc004f06c,
          minimumCount: 5,
          clientName: 'pc12.contoso.com',
          cmid: '36f27b39-2fd5-440b-be67-a09996d27a38',
          clientTime: '2010-09-29T21:46:00.000Z',
          virtualMachine: true,
          status: 'oob-grace',
          minutesToExpiration: 41_520,
          activationId: '68531fb9-5511-4989-97be-d11a0f55633f',
        },
      ],
    })
  })

  it('are read with qualifiers in the ID, braces around the machine ID, and with fields that make no sense', () => {
    const odd = {
      ...requestEvent({ cmid: `{${cmidOf(7)}}`, time: '2026/13/1 12:00', minutes: 'x', status: 'x', minimum: '' }),
      id: 0x4000_0000 + 12_290,
    }
    expect(readKmsRequests([odd]).requests).toEqual([
      expect.objectContaining({
        cmid: cmidOf(7),
        clientTime: null,
        minutesToExpiration: null,
        status: 'unknown',
        minimumCount: null,
        virtualMachine: false,
      }),
    ])
    const cut = { ...requestEvent(), data: ['0x0', '25', 'pc1', cmidOf(1)] }
    expect(readKmsRequests([cut]).requests).toEqual([
      expect.objectContaining({ virtualMachine: null, activationId: null, status: 'unknown', clientTime: null }),
    ])
    expect(requestsFrom({ time: '2026/3/1 1:05' })[0]?.clientTime).toBe('2026-03-01T01:05:00.000Z')
    expect(requestsFrom({ time: '2026/12/31 23:59' })[0]?.clientTime).toBe('2026-12-31T23:59:00.000Z')
    expect(requestsFrom({ time: '2026/2/30 1:00' })[0]?.clientTime).toBeNull()
  })

  it('are counted as unreadable without machine ID, code or time; other events are passed over', () => {
    const broken = [
      requestEvent({ cmid: 'nonsense' }),
      requestEvent({ code: '' }),
      requestEvent({ at: 'yesterday' }),
      { ...requestEvent(), data: [] },
    ]
    const published = { ...requestEvent(), id: 12_294, data: ['contoso.com'] }
    expect(readKmsRequests([...broken, published])).toEqual({ requests: [], unreadable: 4 })
  })

  it('come oldest first', () => {
    const list = requestsFrom(
      { at: '2026-03-02T00:00:00Z' },
      { at: '2026-03-01T00:00:00Z' },
      { at: '2026-03-03T00:00:00Z' },
    )
    expect(list.map(({ at }) => at.slice(8, 10))).toEqual(['01', '02', '03'])
  })
})

describe('requests over time', () => {
  const from = new Date('2026-03-01T00:00:00Z')
  const to = new Date('2026-03-01T06:00:00Z')
  const list = requestsFrom(
    { at: '2026-02-28T23:59:59Z' },
    { at: '2026-03-01T00:00:00Z', cmid: cmidOf(1) },
    { at: '2026-03-01T01:59:59Z', cmid: cmidOf(1), code: '0xC004F06C' },
    { at: '2026-03-01T04:00:00Z', cmid: cmidOf(1) },
    { at: '2026-03-01T05:00:00Z', cmid: cmidOf(2) },
    { at: '2026-03-01T06:00:00Z' },
  )

  it('fall into buckets, the empty ones too, and those outside the span are left out', () => {
    expect(requestsOverTime(list, { from, to, bucket: 2 * 3_600_000 })).toEqual([
      { start: '2026-03-01T00:00:00.000Z', accepted: 1, refused: 1, clients: 1 },
      { start: '2026-03-01T02:00:00.000Z', accepted: 0, refused: 0, clients: 0 },
      { start: '2026-03-01T04:00:00.000Z', accepted: 2, refused: 0, clients: 2 },
    ])
  })

  it('have a shorter last bucket where the span does not come out even', () => {
    expect(requestsOverTime(list, { from, to, bucket: 4 * 3_600_000 })).toHaveLength(2)
  })

  it('have no buckets in a span of nothing', () => {
    expect(requestsOverTime(list, { from: to, to: from, bucket: 1 })).toEqual([])
    expect(requestsOverTime(list, { from, to: from, bucket: 1 })).toEqual([])
    expect(requestsOverTime(list, { from, to, bucket: 0 })).toEqual([])
  })
})

describe('refused requests', () => {
  it('are counted by code, the most frequent first, with their meaning', () => {
    const refused = refusalsByCode(
      requestsFrom(
        { at: '2026-03-01T01:00:00Z', code: '0xC004F042', cmid: cmidOf(3) },
        { at: '2026-03-01T05:00:00Z', code: '0xC004F06C', cmid: cmidOf(1) },
        { at: '2026-03-01T02:00:00Z', code: '0xC004F06C', cmid: cmidOf(1) },
        { at: '2026-03-01T03:00:00Z', code: '0xC004F06C', cmid: cmidOf(2) },
        { at: '2026-03-01T09:00:00Z' },
      ),
    )
    expect(refused).toEqual([
      expect.objectContaining({ code: 0xc004f06c, count: 3, clients: 2, lastAt: '2026-03-01T05:00:00.000Z' }),
      expect.objectContaining({ code: 0xc004f042, count: 1, clients: 1 }),
    ])
    expect(refused[0]?.meaning).toMatch(/^0xC004F06C: ./)
    expect(refusalsByCode(requestsFrom({}))).toEqual([])
  })
})

describe('requests by state', () => {
  it('count the state in which the client was', () => {
    const list = requestsFrom(
      { status: '1' },
      { status: '2' },
      { status: '1' },
      { status: '5' },
      { status: '1' },
      { status: '5' },
    )
    expect(requestsByStatus(list)).toEqual([
      { status: 'licensed', count: 3 },
      { status: 'notification', count: 2 },
      { status: 'oob-grace', count: 1 },
    ])
    expect(requestsByStatus([])).toEqual([])
  })
})

describe('who asked', () => {
  it('is one entry per machine ID, the latest first, with what the latest request said', () => {
    const [latest, other, ...more] = clientsSeen(
      requestsFrom(
        { at: '2026-03-01T01:00:00Z', cmid: cmidOf(1), name: 'pc1.contoso.com', status: '2' },
        { at: '2026-03-01T05:00:00Z', cmid: cmidOf(1).toUpperCase(), name: 'PC1', status: '1', minimum: '25' },
        { at: '2026-03-01T03:00:00Z', cmid: cmidOf(1), name: 'pc1.contoso.com', code: '0xC004F06C' },
        { at: '2026-03-01T04:00:00Z', cmid: cmidOf(2), name: 'srv1', minimum: '5', vm: '1', code: '0xC004F042' },
      ),
    )
    expect(more).toEqual([])
    expect(latest).toMatchObject({
      cmid: cmidOf(1),
      names: ['pc1.contoso.com'],
      firstSeen: '2026-03-01T01:00:00.000Z',
      lastSeen: '2026-03-01T05:00:00.000Z',
      requests: 3,
      refused: 1,
      status: 'licensed',
      lastCode: 0,
      minimumCount: 25,
      virtualMachine: false,
    })
    expect(other).toMatchObject({ cmid: cmidOf(2), names: ['srv1'], minimumCount: 5, virtualMachine: true })
    expect(other?.lastCode).toBe(0xc004f042)
  })
})

describe('a machine ID of several computers', () => {
  const now = new Date('2026-03-31T00:00:00Z')
  const names = (...list: readonly [at: string, name: string][]) =>
    duplicateClients(requestsFrom(...list.map(([at, name]) => ({ at: `${at}T00:00:00Z`, name }))), now).map(
      (client) => client.names,
    )

  it('is found by different names, the latest first', () => {
    expect(names(['2026-03-10', 'a.contoso.com'], ['2026-03-12', 'B'], ['2026-03-11', 'a'])).toEqual([
      ['B', 'a.contoso.com'],
    ])
    expect(names(['2026-03-10', 'pc1.contoso.com'], ['2026-03-11', 'pc1.fabrikam.com'])).toHaveLength(1)
  })

  it('is not found where the names are spellings of one', () => {
    expect(names(['2026-03-10', 'PC1'], ['2026-03-11', 'pc1.contoso.com'], ['2026-03-12', 'pc1'])).toEqual([])
    expect(names(['2026-03-10', 'pc1'], ['2026-03-11', 'PC1'])).toEqual([])
  })

  it('is found within 30 days alone', () => {
    expect(names(['2026-02-28', 'a'], ['2026-03-30', 'b'])).toEqual([])
    expect(names(['2026-03-01', 'a'], ['2026-03-30', 'b'])).toHaveLength(1)
  })

  it('is explained with the names, the machine ID and the cure', () => {
    const seven = Array.from({ length: 7 }, (_, index) => ({ name: `pc${index}`, at: `2026-03-1${index}T00:00:00Z` }))
    const found = duplicateFindings(duplicateClients(requestsFrom(...seven), now)).map((finding) =>
      Finding.parse(finding),
    )
    expect(found).toEqual([expect.objectContaining({ check: 'duplicate-cmid', level: 'warning', detail: cmidOf(1) })])
    expect(found[0]?.message).toMatch(/^pc6, pc5, pc4, pc3, pc2,? and 2 more have the same client machine ID/)
    expect(found[0]?.remedy).toContain('slmgr /rearm')
    const five = duplicateFindings(duplicateClients(requestsFrom(...seven.slice(0, 5)), now))
    expect(five[0]?.message).not.toContain('more have')
  })
})
