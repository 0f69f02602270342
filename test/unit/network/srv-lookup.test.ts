import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import type { Answer, DecodedPacket, Packet } from 'dns-packet'
import { afterEach, describe, expect, it } from 'vitest'
import { SrvLookup } from '../../../src-main/contract/models/kms-host-report.ts'
import { lookupSrv } from '../../../src-main/network/srv-lookup.ts'
import { AUTHORITATIVE, type DnsResponder, type Reply, startDnsResponder, TRUNCATED } from './dns-responder.ts'

const name = '_vlmcs._tcp.contoso.com'
const hasty = { attempts: 2, attemptMilliseconds: 100 }
const patient = { attempts: 1, attemptMilliseconds: 20_000 }

const srv = (
  target: string,
  more: { priority?: number; weight?: number; port?: number; ttl?: number } = {},
): Answer => ({
  type: 'SRV',
  name,
  ttl: more.ttl ?? 3600,
  data: { target, port: more.port ?? 1688, priority: more.priority ?? 0, weight: more.weight ?? 0 },
})
const soa: Answer = {
  type: 'SOA',
  name: 'contoso.com',
  ttl: 60,
  data: { mname: 'dc01', rname: 'admin', serial: 1, refresh: 1, retry: 1, expire: 1, minimum: 1 },
}
const respond = (query: DecodedPacket, flags: number, more: Packet = {}): Packet => ({
  type: 'response',
  id: query.id ?? 0,
  flags,
  questions: query.questions ?? [],
  ...more,
})

const running: DnsResponder[] = []
const start = async (reply: Reply): Promise<DnsResponder> => {
  const responder = await startDnsResponder(reply)
  running.push(responder)
  return responder
}
afterEach(async () => {
  await Promise.all(running.splice(0).map((responder) => responder.close()))
})
const ask = async (responder: DnsResponder, patience = patient): Promise<SrvLookup> =>
  SrvLookup.parse(await lookupSrv(name, responder.server, undefined, patience))

describe('looking SRV records up', () => {
  it('returns them with their TTL, in the order in which clients try them', async () => {
    const answers = [
      srv('kms03.contoso.com', { priority: 10 }),
      srv('kms02.contoso.com', { weight: 5 }),
      srv('kms01.contoso.com', { weight: 60, port: 1700, ttl: 600 }),
    ]
    const responder = await start((query) => [respond(query, AUTHORITATIVE, { answers })])
    expect(await ask(responder)).toEqual({
      outcome: 'found',
      name,
      server: responder.server,
      records: [
        { target: 'kms01.contoso.com', port: 1700, priority: 0, weight: 60, ttl: 600 },
        { target: 'kms02.contoso.com', port: 1688, priority: 0, weight: 5, ttl: 3600 },
        { target: 'kms03.contoso.com', port: 1688, priority: 10, weight: 0, ttl: 3600 },
      ],
    })
    expect(responder.queries.map(({ over, query }) => [over, query.questions, query.flag_rd])).toEqual([
      ['udp', [{ type: 'SRV', name, class: 'IN' }], true],
    ])
  })

  it('says none where the name does not exist or has no such record', async () => {
    const missing = await start((query) => [respond(query, AUTHORITATIVE | 3, { authorities: [soa] })])
    expect((await ask(missing)).outcome).toBe('none')
    const empty = await start((query) => [respond(query, AUTHORITATIVE, { authorities: [soa] })])
    expect((await ask(empty)).outcome).toBe('none')
    const denied = await start((query) => [respond(query, AUTHORITATIVE, { answers: [srv('.')] })])
    expect((await ask(denied)).outcome).toBe('none')
  })

  it.each([
    [1, 'FORMERR', 'host-unreachable', 0x80072329],
    [2, 'SERVFAIL', 'host-unreachable', 0x8007232a],
    [4, 'NOTIMP', 'host-unreachable', 0x8007232c],
    [5, 'REFUSED', 'access-denied', 0x8007232d],
    [9, 'NOTAUTH', 'access-denied', 0x80072331],
  ])('keeps the response code %i (%s) apart from none', async (rcode, word, code, hresult) => {
    const responder = await start((query) => [respond(query, rcode)])
    const lookup = await ask(responder)
    expect(lookup).toMatchObject({ outcome: 'could-not-ask', error: { code, hresult } })
    expect(lookup.outcome === 'could-not-ask' && lookup.error.message).toContain(word)
  })

  it('does not take a mere referral for none', async () => {
    const authorities: Answer[] = [{ type: 'NS', name: 'com', ttl: 60, data: 'ns.example' }]
    const responder = await start((query) => [respond(query, 0, { authorities })])
    expect(await ask(responder)).toMatchObject({
      outcome: 'could-not-ask',
      error: { detail: expect.stringContaining('referral') },
    })
  })

  it('asks again over TCP where the answer was cut off', async () => {
    const many = Array.from({ length: 60 }, (_, index) => srv(`kms${index + 10}.contoso.com`))
    const responder = await start((query, over) =>
      over === 'udp'
        ? [respond(query, AUTHORITATIVE | TRUNCATED, { answers: many.slice(0, 2) })]
        : [respond(query, AUTHORITATIVE, { answers: many })],
    )
    const lookup = await ask(responder)
    expect(lookup.outcome === 'found' && lookup.records.length).toBe(60)
    expect(responder.queries.map(({ over }) => over)).toEqual(['udp', 'tcp'])
  })

  it('fails where the server cuts its answer off and then says nothing over TCP', async () => {
    const responder = await start((query, over) => (over === 'udp' ? [respond(query, TRUNCATED)] : []))
    expect(await ask(responder)).toMatchObject({ outcome: 'could-not-ask', error: { code: 'host-unreachable' } })
  })

  it('waits past answers that are not to its question', async () => {
    const answers = [srv('kms01.contoso.com')]
    const responder = await start((query) => [
      Buffer.from('garbage'),
      respond({ ...query, id: ((query.id ?? 0) + 1) % 65_536 }, AUTHORITATIVE | 3),
      respond(query, AUTHORITATIVE | 3, { questions: [{ type: 'SRV', name: 'other.example' }] }),
      respond(query, AUTHORITATIVE | 3, { questions: [{ type: 'A', name }] }),
      { ...respond(query, AUTHORITATIVE | 3), type: 'query' },
      respond(query, AUTHORITATIVE, { answers }),
    ])
    expect((await ask(responder)).outcome).toBe('found')
  })

  it('takes an answer in another case, as DNS does', async () => {
    const answers = [{ ...srv('kms01.contoso.com'), name: name.toUpperCase() }]
    const responder = await start((query) => [
      respond(query, AUTHORITATIVE, { questions: [{ type: 'SRV', name: name.toUpperCase() }], answers }),
    ])
    expect((await ask(responder)).outcome).toBe('found')
  })

  it('asks once more before it says that nothing came back', async () => {
    const responder = await start(() => [])
    expect(await ask(responder, hasty)).toMatchObject({
      outcome: 'could-not-ask',
      error: { code: 'timeout', retryable: true, message: expect.stringContaining(responder.server) },
    })
    expect(responder.queries).toHaveLength(2)
  })

  it('answers to the second try where the first was lost', async () => {
    let asked = 0
    const responder = await start((query) => {
      asked += 1
      return asked === 1 ? [] : [respond(query, AUTHORITATIVE, { answers: [srv('kms01.contoso.com')] })]
    })
    expect((await ask(responder, { attempts: 2, attemptMilliseconds: 300 })).outcome).toBe('found')
  })

  it('tells a computer without a DNS service', async () => {
    const socket = createSocket('udp4').bind(0, '127.0.0.1')
    await once(socket, 'listening')
    const { port } = socket.address()
    socket.close()
    await once(socket, 'close')
    const lookup = await lookupSrv(name, `127.0.0.1:${port}`, undefined, patient)
    expect(lookup).toMatchObject({ outcome: 'could-not-ask', error: { code: 'port-closed' } })
  })

  it('ends at once when it is cancelled, before or while it waits', async () => {
    const cancelled = new AbortController()
    const responder = await start(() => {
      cancelled.abort()
      return []
    })
    const lookup = await lookupSrv(name, responder.server, cancelled.signal, patient)
    expect(lookup).toMatchObject({ outcome: 'could-not-ask', error: { code: 'cancelled' } })
    const again = await lookupSrv(name, responder.server, AbortSignal.abort(), patient)
    expect(again).toMatchObject({ outcome: 'could-not-ask', error: { code: 'cancelled' } })
  })

  it('finds a server that is given by name', async () => {
    const responder = await start((query) => [respond(query, AUTHORITATIVE, { answers: [srv('kms01.contoso.com')] })])
    const server = responder.server.replace('127.0.0.1', 'localhost')
    const lookup = await lookupSrv(name, server, undefined, patient)
    expect(lookup).toMatchObject({ outcome: 'found', server })
  })

  it.each(['', 'dns:0', 'dns:70000', 'a b', '[192.0.2.1]', 'dns:53:53'])('refuses %j as a server', async (server) => {
    expect(await lookupSrv(name, server)).toMatchObject({
      outcome: 'could-not-ask',
      server,
      error: { code: 'invalid-input', field: 'server' },
    })
  })

  it.each(['', '.', 'a..b', `${'x'.repeat(64)}.com`, `${'x.'.repeat(130)}com`, 'münchen.example', 'a b'])(
    'refuses %j as a name',
    async (bad) => {
      expect(await lookupSrv(bad, '127.0.0.1')).toMatchObject({
        outcome: 'could-not-ask',
        error: { code: 'invalid-input' },
      })
    },
  )
})

describe('looking SRV records up with the computer’s own DNS servers', () => {
  it('goes on to the next server where one cannot answer, and reports no server of its own', async () => {
    const failing = await start((query) => [respond(query, 2)])
    const silent = await start(() => [])
    const good = await start((query) => [respond(query, AUTHORITATIVE, { answers: [srv('kms01.contoso.com')] })])
    const servers = [failing.server, silent.server, good.server]
    const lookup = await lookupSrv(name, undefined, undefined, { attempts: 1, attemptMilliseconds: 300 }, () => servers)
    expect(lookup).toMatchObject({ outcome: 'found', server: null })
  })

  it('stops at the first server that answers, also with none', async () => {
    const first = await start((query) => [respond(query, AUTHORITATIVE | 3)])
    const second = await start((query) => [respond(query, AUTHORITATIVE, { answers: [srv('kms01.contoso.com')] })])
    const lookup = await lookupSrv(name, undefined, undefined, patient, () => [first.server, second.server])
    expect(lookup.outcome).toBe('none')
    expect(second.queries).toHaveLength(0)
  })

  it('says so where no DNS server is set', async () => {
    const lookup = await lookupSrv(name, undefined, undefined, patient, () => [])
    expect(lookup).toMatchObject({
      outcome: 'could-not-ask',
      error: { message: expect.stringContaining('no DNS server') },
    })
  })
})
