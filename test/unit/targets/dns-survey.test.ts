import { describe, expect, it } from 'vitest'
import { toAppError } from '../../../src-main/contract/app-error.ts'
import type { AuthoritativeLookup, KmsEndpointProbe, ServerAnswer } from '../../../src-main/contract/models/dns.ts'
import { DnsSurvey } from '../../../src-main/contract/models/dns-survey.ts'
import type { SrvRecord } from '../../../src-main/contract/models/kms-host-report.ts'
import { agreementOf, recordPresence } from '../../../src-main/network/record-presence.ts'
import { checkSurvey, surveyKmsRecords } from '../../../src-main/targets/dns-survey.ts'

const record = (target: string, overrides: Partial<SrvRecord> = {}): SrvRecord => ({
  target,
  port: 1688,
  priority: 0,
  weight: 0,
  ttl: 3600,
  ...overrides,
})
const found = (...records: SrvRecord[]): ServerAnswer => ({ outcome: 'found', records })
const none: ServerAnswer = { outcome: 'none' }
const silent: ServerAnswer = {
  outcome: 'could-not-ask',
  error: { code: 'timeout', message: 'It did not answer.', remedy: 'Switch it on.', retryable: true },
}

const asked = (domain: string, ...answers: ServerAnswer[]): AuthoritativeLookup => {
  const servers = answers.map((answer, index) => ({
    name: `ns${index + 1}.example.test`,
    addresses: ['192.0.2.1'],
    asked: '192.0.2.1',
    primary: index === 0,
    answer,
  }))
  return {
    outcome: 'asked',
    domain,
    name: `_vlmcs._tcp.${domain}`,
    zone: domain,
    primary: 'ns1.example.test',
    servers,
    records: recordPresence(servers),
    agreement: agreementOf(servers),
  }
}

interface World {
  readonly lookups: Readonly<Record<string, AuthoritativeLookup>>
  readonly endpoints?: Readonly<Record<string, KmsEndpointProbe['outcome']>>
  readonly knownHosts?: readonly string[]
}

const survey = async ({ lookups, endpoints = {}, knownHosts = [] }: World, signal = new AbortController().signal) => {
  const probed: string[] = []
  const begun: (readonly string[] | undefined)[] = []
  const site = {
    lookupAuthoritative: async (domain: string, servers?: readonly string[]) => {
      begun.push(servers)
      return lookups[domain] ?? asked(domain, none)
    },
    probeKms: async (host: string, port: number): Promise<KmsEndpointProbe> => {
      probed.push(`${host}:${port}`)
      return { host, port, outcome: endpoints[`${host}:${port}`] ?? 'kms', detail: null }
    },
  }
  const parts = { site, knownHosts, now: new Date('2026-11-22T10:00:00Z'), signal }
  const result = DnsSurvey.parse(await surveyKmsRecords(parts, Object.keys(lookups), []))
  return { result, probed, begun, checks: result.domains.map(({ findings }) => findings.map(({ check }) => check)) }
}

describe('a survey of KMS records', () => {
  it('tells good, rogue and dead records apart, and asks each endpoint once', async () => {
    const records = [record('kms01.example.test'), record('pc7.example.test'), record('old.example.test')]
    const { result, probed } = await survey({
      lookups: {
        'example.test': asked('example.test', found(...records)),
        'other.test': asked('other.test', found(...records)),
      },
      endpoints: { 'old.example.test:1688': 'name-not-found' },
      knownHosts: ['kms01.example.test'],
    })
    expect(result.domains.map((one) => one.records.map(({ state }) => state))).toEqual([
      ['good', 'rogue', 'dead'],
      ['good', 'rogue', 'dead'],
    ])
    expect(probed.toSorted()).toEqual(['kms01.example.test:1688', 'old.example.test:1688', 'pc7.example.test:1688'])
    expect(result.domains[0]?.records[2]?.probe?.outcome).toBe('name-not-found')
  })

  it('takes no record for rogue where no KMS host is known, and knows bare names in the domain asked', async () => {
    const lookups = { 'example.test': asked('example.test', found(record('kms01.example.test'))) }
    const unknown = await survey({ lookups })
    expect(unknown.result.knownHosts).toBeNull()
    expect(unknown.result.domains[0]?.records[0]?.state).toBe('good')
    const bare = await survey({ lookups, knownHosts: ['KMS01'] })
    expect(bare.result.domains[0]?.records[0]?.state).toBe('good')
  })

  it('never tells "could not ask" as "none"', async () => {
    const error = { code: 'timeout' as const, message: 'It did not answer.', retryable: true }
    const { result, checks } = await survey({
      lookups: {
        'silent.test': asked('silent.test', silent, silent),
        'empty.test': asked('empty.test', none),
        'lost.test': { outcome: 'could-not-ask', domain: 'lost.test', name: '_vlmcs._tcp.lost.test', error },
        'nowhere.test': { outcome: 'no-zone', domain: 'nowhere.test', name: '_vlmcs._tcp.nowhere.test', error },
      },
    })
    expect(checks).toEqual([['kms-records', 'dns-server', 'dns-server'], ['kms-records'], ['dns-zone'], ['dns-zone']])
    const [unknown, empty, lost] = result.domains.map(({ findings }) => findings[0])
    expect(unknown).toMatchObject({ level: 'problem', message: expect.stringContaining('not known') as string })
    expect(empty).toMatchObject({ level: 'warning', message: expect.stringContaining('no KMS record') as string })
    expect(lost?.message).toContain('not known whether there are KMS records')
  })

  it('shows where the servers of a zone differ, and which one was silent', async () => {
    const both = found(record('kms01.example.test'), record('kms02.example.test', { priority: 10 }))
    const { result, checks } = await survey({
      lookups: { 'example.test': asked('example.test', both, found(record('kms01.example.test')), silent) },
    })
    expect(checks[0]).toEqual(['dns-agreement', 'dns-server'])
    expect(result.domains[0]?.records.map(({ on, missingOn }) => [on.length, missingOn])).toEqual([
      [2, []],
      [1, ['ns2.example.test']],
    ])
  })

  it('misses the record of a known host in its own domain, and in no other', async () => {
    const lookups = {
      'example.test': asked('example.test', found(record('kms01.example.test'))),
      'branch.test': asked('branch.test', found(record('kms01.example.test'))),
    }
    const knownHosts = ['kms01.example.test', 'kms02.example.test']
    const { checks } = await survey({ lookups, knownHosts })
    expect(checks).toEqual([['kms-host-unpublished'], []])
  })

  it('asks nothing of a record that names port 0', async () => {
    const { result, probed } = await survey({
      lookups: { 'example.test': asked('example.test', found(record('kms01.example.test', { port: 0 }))) },
    })
    expect(probed).toEqual([])
    expect(result.domains[0]?.records[0]).toMatchObject({ state: 'unsure', probe: { outcome: 'failed' } })
  })

  it('asks no more than eight endpoints at a time, and stops asking when it is cancelled', async () => {
    const records = Array.from({ length: 30 }, (_, index) => record(`kms${index}.example.test`))
    const cancelling = new AbortController()
    let open = 0
    let most = 0
    let done = 0
    const site = {
      lookupAuthoritative: async (domain: string) => asked(domain, found(...records)),
      probeKms: async (host: string, port: number): Promise<KmsEndpointProbe> => {
        open += 1
        most = Math.max(most, open)
        await new Promise((resolve) => setImmediate(resolve))
        open -= 1
        done += 1
        if (done === 10) cancelling.abort()
        return { host, port, outcome: 'kms', detail: null }
      },
    }
    const parts = { site, knownHosts: [], now: new Date(), signal: cancelling.signal }
    await expect(surveyKmsRecords(parts, ['example.test'], [])).rejects.toThrow('aborted')
    expect(most).toBe(8)
    expect(done).toBeLessThan(20)
  })
})

describe('the input of a survey', () => {
  const refusal = (domains: readonly string[], servers: readonly string[] = []) => {
    try {
      checkSurvey(domains, servers)
    } catch (thrown) {
      return toAppError(thrown)
    }
    return null
  }
  it('drops repeated domains, whatever their case', () => {
    expect(checkSurvey(['Example.test', 'example.TEST'], []).domains).toEqual(['example.test'])
  })
  it('names the domain or server that is wrong by its place', () => {
    expect(refusal(['example.test', 'example.test,'])).toMatchObject({
      field: 'domains.1',
      remedy: expect.any(String) as string,
    })
    expect(refusal(['example'])).toMatchObject({ field: 'domains.0' })
    expect(refusal([], ['ns01', 'ns 02'])).toMatchObject({
      field: 'servers.1',
      message: expect.stringContaining('ns 02') as string,
    })
  })
})
