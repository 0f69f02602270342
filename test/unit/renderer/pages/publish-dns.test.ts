import { describe, expect, test } from 'vitest'
import { fail, ok } from '../../../../src-main/contract/app-error.ts'
import { typedList } from '../../../../src-renderer/format/typed-list.ts'
import { bindComplaint } from '../../../../src-renderer/pages/publish-dns/guides/bind-complaint.ts'
import { createDnsSurvey } from '../../../../src-renderer/pages/publish-dns/survey-store.ts'
import { scriptedBridge } from '../wizards/set-up-kms-host/scripted-bridge.ts'

const lab = () => ({ scenario: 'contoso-2009', zones: ['a.test', 'b.test'] })
const answer = (...domains: readonly string[]) =>
  ok({ askedAt: '', knownHosts: null, domains: domains.map((domain) => ({ domain })) })

test('a typed list is read with commas, semicolons, blanks and line breaks', () => {
  expect(typedList(' a.test, b.test;c.test\nd.test, ')).toEqual(['a.test', 'b.test', 'c.test', 'd.test'])
})

describe('the look-up', () => {
  test('asks for the zones of the Lab until something is typed', async () => {
    const { bridge, calls } = scriptedBridge({ 'dns.survey': () => answer('a.test', 'b.test') })
    const surveyor = createDnsSurvey(bridge, 'lab', lab)
    await surveyor.lookUp()
    surveyor.edit({ domains: 'c.test' })
    await surveyor.lookUp()
    expect(calls.map(({ input }) => input)).toMatchObject([
      { place: { place: 'lab', scenario: 'contoso-2009' }, domains: ['a.test', 'b.test'] },
      { domains: ['c.test'] },
    ])
  })

  test('writes the domain of the computer into the field where none was typed', async () => {
    const { bridge } = scriptedBridge({ 'dns.survey': () => answer('own.test') })
    const surveyor = createDnsSurvey(bridge, 'network', lab)
    await surveyor.lookUp()
    expect(surveyor.store.getState().fields.domains.network).toBe('own.test')
  })

  test('asks for the changed domain too, after a change in one that was not asked', async () => {
    const { bridge, calls } = scriptedBridge({ 'dns.survey': () => answer('a.test') })
    const surveyor = createDnsSurvey(bridge, 'network', lab)
    surveyor.edit({ domains: 'a.test' })
    await surveyor.lookUpWith('new.test')
    expect(calls[0]?.input).toMatchObject({ domains: ['a.test', 'new.test'] })
  })

  test('refuses more domains than can be asked at once, without asking', async () => {
    const { bridge, calls } = scriptedBridge()
    const surveyor = createDnsSurvey(bridge, 'network', lab)
    surveyor.edit({ domains: Array.from({ length: 21 }, (_, index) => `d${index}.test`).join(',') })
    await surveyor.lookUp()
    expect(surveyor.store.getState().survey).toMatchObject({ phase: 'failed', error: { field: 'domains' } })
    expect(calls).toEqual([])
  })

  test('drops the answer of a look-up that was cancelled', async () => {
    let settle: (value: ReturnType<typeof answer>) => void = () => undefined
    const { bridge } = scriptedBridge({
      'dns.survey': () =>
        new Promise((resolve) => {
          settle = resolve
        }),
    })
    const surveyor = createDnsSurvey(bridge, 'network', lab)
    const asked = surveyor.lookUp()
    surveyor.cancel()
    settle(answer('a.test'))
    await asked
    expect(surveyor.store.getState().survey).toEqual({ phase: 'cancelled' })
  })

  test('keeps what was typed when it fails', async () => {
    const error = { code: 'timeout', message: 'No answer.', retryable: true } as const
    const { bridge } = scriptedBridge({ 'dns.survey': () => fail(error) })
    const surveyor = createDnsSurvey(bridge, 'network', lab)
    surveyor.edit({ domains: 'a.test', servers: '10.0.0.1' })
    await surveyor.lookUp()
    expect(surveyor.store.getState()).toMatchObject({
      survey: { phase: 'failed', error },
      fields: { domains: { network: 'a.test' }, servers: { network: '10.0.0.1' } },
    })
  })
})

describe('what main says of the BIND input', () => {
  const hosts = [
    { target: 'kms01.a.test', address: '10.0.0.1' },
    { target: 'kms02', address: '' },
  ]
  const error = (field: string, message: string) =>
    ({ code: 'invalid-input', field, message, retryable: false }) as const

  test('stands at the host whose value it quotes, or whose field is empty', () => {
    expect(bindComplaint(error('target', '"kms02" is a single word.'), hosts)?.field).toBe('hosts.1.target')
    expect(bindComplaint(error('addresses', 'The address of the KMS host is missing.'), hosts)?.field).toBe(
      'hosts.1.address',
    )
  })

  test('stands at its own field, or at none', () => {
    expect(bindComplaint(error('zone', 'No.'), hosts)?.field).toBe('zone')
    expect(bindComplaint(error('elsewhere', 'No.'), hosts)).toBeNull()
    expect(bindComplaint(null, hosts)).toBeNull()
  })
})
