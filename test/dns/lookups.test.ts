import { describe, expect, it } from 'vitest'
import { AuthoritativeLookup } from '../../src-main/contract/models/dns.ts'
import { lookupAuthoritative } from '../../src-main/network/authoritative.ts'
import { updateSrvRecords } from '../../src-main/network/dns-update.ts'
import { lookupSrv } from '../../src-main/network/srv-lookup.ts'
import { port, published, record, server, signedName, signedUpdate } from './bind-server.ts'

const authoritative = async (domain: string): Promise<AuthoritativeLookup> =>
  AuthoritativeLookup.parse(await lookupAuthoritative(domain, { servers: [server], port }))

describe('looking KMS records up', () => {
  it('asks again over TCP where BIND cut its answer off', async () => {
    const lookup = await lookupSrv('_vlmcs._tcp.many.test', server)
    expect(lookup.outcome === 'found' && new Set(lookup.records.map(({ target }) => target)).size).toBe(80)
    expect(await authoritative('many.test')).toMatchObject({ outcome: 'asked', records: { length: 80 } })
  })

  it('says none where the name is not there', async () => {
    expect(await lookupSrv('_vlmcs._tcp.closed.test', server)).toMatchObject({ outcome: 'none' })
  })

  it('keeps a zone that is not served apart from none', async () => {
    expect(await lookupSrv('_vlmcs._tcp.missing.test', server)).toMatchObject({
      outcome: 'could-not-ask',
      error: { hresult: 0x8007232d },
    })
    expect(await authoritative('missing.test')).toMatchObject({
      outcome: 'could-not-ask',
      error: { code: 'access-denied' },
    })
  })
})

describe('asking the authoritative servers', () => {
  it('finds the zone above a domain and tells which of its servers do not answer', async () => {
    expect(await authoritative('branch.closed.test')).toMatchObject({
      outcome: 'asked',
      zone: 'closed.test',
      primary: 'ns1.closed.test',
      agreement: 'unknown',
      servers: [
        { name: 'ns1.closed.test', primary: true, asked: '127.0.0.1', answer: { outcome: 'none' } },
        {
          name: 'ns2.closed.test',
          primary: false,
          asked: '127.0.0.2',
          answer: { outcome: 'could-not-ask', error: { code: 'port-closed' } },
        },
      ],
    })
  })

  it('gives what a change needs: the zone, the server for it, and what is there', async () => {
    const kms01 = record('kms01.signed.test', { ttl: 900 })
    await updateSrvRecords(await signedUpdate({ kind: 'add', record: kms01 }))
    const lookup = await authoritative('signed.test')
    expect(lookup).toMatchObject({
      zone: 'signed.test',
      name: signedName,
      records: [{ record: kms01, on: ['ns1.signed.test'], missingOn: [] }],
    })
    const seen = lookup.outcome === 'asked' ? lookup.records.map((entry) => entry.record) : []
    const removal = await signedUpdate({ kind: 'remove', record: kms01 }, { seen })
    expect((await updateSrvRecords(removal)).ok).toBe(true)
    expect(await published(signedName)).toEqual([])
  })
})
