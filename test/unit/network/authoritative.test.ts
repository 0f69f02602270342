import type { Answer, DecodedPacket, Packet } from 'dns-packet'
import { afterEach, describe, expect, it } from 'vitest'
import { AuthoritativeLookup } from '../../../src-main/contract/models/dns.ts'
import { type AuthoritativeOptions, lookupAuthoritative } from '../../../src-main/network/authoritative.ts'
import { AUTHORITATIVE, type DnsResponder, type Reply, startDnsResponder } from './dns-responder.ts'

const domain = 'corp.contoso.com'
const name = `_vlmcs._tcp.${domain}`
const patience = { attempts: 1, attemptMilliseconds: 5_000 }
const RECURSIVE = 0x0080

const soa = (zone: string, mname: string): Answer => ({
  type: 'SOA',
  name: zone,
  ttl: 60,
  data: { mname, rname: 'admin', serial: 1, refresh: 1, retry: 1, expire: 1, minimum: 1 },
})
const ns = (zone: string, data: string): Answer => ({ type: 'NS', name: zone, ttl: 60, data })
const a = (host: string, data: string): Answer => ({ type: 'A', name: host, ttl: 60, data })
const srv = (target: string, ttl = 3600): Answer => ({
  type: 'SRV',
  name,
  ttl,
  data: { target, port: 1688, priority: 0, weight: 0 },
})
const shown = (target: string, ttl = 3600) => ({ target, port: 1688, priority: 0, weight: 0, ttl })

const respond = (query: DecodedPacket, flags: number, more: Packet = {}): Packet => ({
  type: 'response',
  id: query.id ?? 0,
  flags,
  questions: query.questions ?? [],
  ...more,
})
const asked = (query: DecodedPacket): string => `${query.questions?.[0]?.type} ${query.questions?.[0]?.name}`

const running: DnsResponder[] = []
const start = async (reply: Reply, host?: string, port?: number): Promise<DnsResponder> => {
  const responder = await startDnsResponder(reply, host, port)
  running.push(responder)
  return responder
}
afterEach(async () => {
  await Promise.all(running.splice(0).map((responder) => responder.close()))
})

/** A recursive server: the zone contoso.com with dc01 (127.0.0.1) as primary and dc02 (127.0.0.2). */
const recursive: Reply = (query) => {
  switch (asked(query)) {
    case 'NS contoso.com': {
      const answers = [ns('contoso.com', 'dc01.contoso.com'), ns('contoso.com', 'DC02.contoso.com')]
      return [respond(query, RECURSIVE, { answers, additionals: [a('dc01.contoso.com', '127.0.0.1')] })]
    }
    case 'A dc02.contoso.com':
      return [respond(query, RECURSIVE, { answers: [a('dc02.contoso.com', '127.0.0.2')] })]
    default:
      return [respond(query, RECURSIVE, { authorities: [soa('contoso.com', 'dc01.contoso.com')] })]
  }
}

const records =
  (...answers: Answer[]): Reply =>
  (query) => [respond(query, AUTHORITATIVE, { answers })]

/** The two servers of the zone, on one port of two loopback addresses. */
const startServers = async (first: Reply, second: Reply | null): Promise<{ port: number; dc01: DnsResponder }> => {
  const dc01 = await start(first)
  if (second !== null) await start(second, '127.0.0.2', dc01.port)
  return { port: dc01.port, dc01 }
}

const look = async (options: AuthoritativeOptions): Promise<AuthoritativeLookup> =>
  AuthoritativeLookup.parse(
    await lookupAuthoritative(domain, { patience, look: () => Promise.resolve([]), ...options }),
  )

describe('asking the authoritative servers of a domain', () => {
  it('finds the zone above the domain and asks each of its servers itself', async () => {
    const resolver = await start(recursive)
    const { port, dc01 } = await startServers(records(srv('kms01.contoso.com')), records(srv('KMS01.contoso.com')))
    const lookup = await look({ servers: [resolver.server], port })
    expect(lookup).toMatchObject({
      outcome: 'asked',
      domain,
      name,
      zone: 'contoso.com',
      primary: 'dc01.contoso.com',
      agreement: 'agree',
      servers: [
        { name: 'dc01.contoso.com', primary: true, asked: '127.0.0.1', answer: { outcome: 'found' } },
        { name: 'dc02.contoso.com', primary: false, asked: '127.0.0.2', answer: { outcome: 'found' } },
      ],
      records: [{ record: shown('kms01.contoso.com'), on: ['dc01.contoso.com', 'dc02.contoso.com'], missingOn: [] }],
    })
    expect(dc01.queries.map(({ query }) => [asked(query), query.flag_rd])).toEqual([[`SRV ${name}`, false]])
  })

  it('shows what one server has and the other has not', async () => {
    const resolver = await start(recursive)
    const { port } = await startServers(
      records(srv('kms01.contoso.com'), srv('kms02.contoso.com')),
      records(srv('kms01.contoso.com', 600)),
    )
    const lookup = await look({ servers: [resolver.server], port })
    expect(lookup).toMatchObject({
      agreement: 'differ',
      records: [
        { record: shown('kms01.contoso.com'), on: ['dc01.contoso.com'], missingOn: ['dc02.contoso.com'] },
        { record: shown('kms02.contoso.com'), on: ['dc01.contoso.com'], missingOn: ['dc02.contoso.com'] },
        { record: shown('kms01.contoso.com', 600), on: ['dc02.contoso.com'], missingOn: ['dc01.contoso.com'] },
      ],
    })
  })

  it('takes "none" on one and records on the other for a difference', async () => {
    const resolver = await start(recursive)
    const { port } = await startServers(records(srv('kms01.contoso.com')), (query) => [
      respond(query, AUTHORITATIVE | 3),
    ])
    expect(await look({ servers: [resolver.server], port })).toMatchObject({
      agreement: 'differ',
      servers: [{}, { answer: { outcome: 'none' } }],
    })
  })

  it('says of a server that does not answer that it could not be asked, not that it has none', async () => {
    const resolver = await start(recursive)
    const { port } = await startServers(records(srv('kms01.contoso.com')), null)
    expect(await look({ servers: [resolver.server], port })).toMatchObject({
      agreement: 'unknown',
      servers: [
        { answer: { outcome: 'found' } },
        { answer: { outcome: 'could-not-ask', error: { code: 'port-closed' } } },
      ],
      records: [{ on: ['dc01.contoso.com'], missingOn: [] }],
    })
  })

  it('does not take the word of a server that does not serve the zone', async () => {
    const resolver = await start(recursive)
    const { port } = await startServers(
      (query) => [respond(query, RECURSIVE, { answers: [srv('kms01.contoso.com')] })],
      (query) => [respond(query, 5)],
    )
    expect(await look({ servers: [resolver.server], port })).toMatchObject({
      servers: [
        { answer: { outcome: 'could-not-ask', error: { code: 'not-found' } } },
        { answer: { outcome: 'could-not-ask', error: { hresult: 0x8007232d } } },
      ],
      records: [],
      agreement: 'unknown',
    })
  })

  it('says so where a server of the zone has no address', async () => {
    const resolver = await start((query, over) =>
      asked(query) === 'A dc02.contoso.com' ? [respond(query, RECURSIVE | 3)] : recursive(query, over),
    )
    const { port } = await startServers(records(srv('kms01.contoso.com')), null)
    expect(await look({ servers: [resolver.server], port })).toMatchObject({
      servers: [
        {},
        { asked: null, addresses: [], answer: { error: { code: 'name-not-found', target: 'dc02.contoso.com' } } },
      ],
    })
  })

  it('goes on to the next server to begin with where the first cannot say', async () => {
    const failing = await start((query) => [respond(query, 2)])
    const resolver = await start(recursive)
    const { port } = await startServers(records(), records())
    const lookup = await look({ servers: [failing.server, resolver.server], port })
    expect(lookup).toMatchObject({ outcome: 'asked', agreement: 'agree', records: [] })
  })
})

describe('looking for the zone of a domain', () => {
  it.each([
    ['the root', '.', RECURSIVE | 3],
    ['a top-level zone of the internet', 'com', RECURSIVE | 3],
    ['a zone beside it', 'fabrikam.com', RECURSIVE],
  ])('finds none where only %s answers', async (_, zone, flags) => {
    const resolver = await start((query) => [respond(query, flags, { authorities: [soa(zone, 'ns')] })])
    expect(await look({ servers: [resolver.server] })).toMatchObject({
      outcome: 'no-zone',
      error: { code: 'not-found', field: 'domain', message: expect.stringContaining(domain) },
    })
  })

  it('takes a top-level zone that the server asked serves itself', async () => {
    const resolver = await start((query) => [respond(query, AUTHORITATIVE, { authorities: [soa('com', 'localhost')] })])
    const lookup = await look({ servers: [resolver.server], port: resolver.port })
    expect(lookup).toMatchObject({ outcome: 'asked', zone: 'com' })
  })

  it('climbs where a server names no zone', async () => {
    const resolver = await start((query, over) =>
      asked(query) === 'SOA contoso.com'
        ? [respond(query, RECURSIVE, { answers: [soa('contoso.com', 'dc01.contoso.com')] })]
        : asked(query).startsWith('SOA')
          ? [respond(query, RECURSIVE | 3)]
          : recursive(query, over),
    )
    const { port } = await startServers(records(), records())
    expect(await look({ servers: [resolver.server], port })).toMatchObject({ outcome: 'asked', zone: 'contoso.com' })
    expect(resolver.queries.slice(0, 4).map(({ query }) => asked(query))).toEqual([
      `SOA ${name}`,
      `SOA _tcp.${domain}`,
      `SOA ${domain}`,
      'SOA contoso.com',
    ])
  })

  it('keeps "could not ask" apart: refused, no server, cancelled, no domain', async () => {
    const refusing = await start((query) => [respond(query, 5)])
    expect(await look({ servers: [refusing.server] })).toMatchObject({
      outcome: 'could-not-ask',
      error: { code: 'access-denied', hresult: 0x8007232d },
    })
    expect(await look({ servers: [] })).toMatchObject({ outcome: 'could-not-ask' })
    expect(await look({ servers: [refusing.server], signal: AbortSignal.abort() })).toMatchObject({
      outcome: 'could-not-ask',
      error: { code: 'cancelled' },
    })
    expect(await lookupAuthoritative('contoso', { servers: [refusing.server] })).toMatchObject({
      outcome: 'could-not-ask',
      error: { code: 'invalid-input', field: 'domain' },
    })
  })
})
