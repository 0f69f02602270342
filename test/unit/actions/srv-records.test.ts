import { beforeEach, describe, expect, it } from 'vitest'
import type { ActionContext } from '../../../src-main/actions/action.ts'
import { changeSrvRecord } from '../../../src-main/actions/change-srv-record.ts'
import { createSrvRecord } from '../../../src-main/actions/create-srv-record.ts'
import { removeSrvRecord } from '../../../src-main/actions/remove-srv-record.ts'
import { fail, ok } from '../../../src-main/contract/app-error.ts'
import type { SrvRecordValue } from '../../../src-main/contract/models/dns.ts'
import type { SrvRecord } from '../../../src-main/contract/models/kms-host-report.ts'
import { sameSrv } from '../../../src-main/network/update-message.ts'
import type { SrvUpdate } from '../../../src-main/wmi/wmi-session.ts'
import { unusedSite } from '../../support/unused-site.ts'
import { contextOn, createFakeWindows } from './fake-windows.ts'

const record = (target: string, overrides: Partial<SrvRecordValue> = {}): SrvRecordValue => ({
  target,
  port: 1688,
  priority: 0,
  weight: 0,
  ttl: 3600,
  ...overrides,
})
const kms01 = record('kms01.example.test')
const kms02 = record('kms02.example.test')
const secret = 'YSBzZWNyZXQgb2YgYSBrZXk='

/** A DNS server with one name, and every update that reached it. */
let published: SrvRecord[] = []
let updates: SrvUpdate[] = []
/** Whether the server makes what it says it made. */
let deaf = false
beforeEach(() => {
  published = []
  updates = []
  deaf = false
})

const apply = ({ change }: SrvUpdate): void => {
  const gone = change.kind === 'change' ? change.from : change.kind === 'remove' ? change.record : null
  const coming = change.kind === 'change' ? change.to : change.kind === 'add' ? change.record : null
  published = [...published.filter((one) => gone === null || !sameSrv(one, gone)), ...(coming === null ? [] : [coming])]
}

const context = (overrides: Partial<ActionContext['site']> = {}): ActionContext => ({
  ...contextOn(createFakeWindows(), { target: { place: 'network', host: 'ns01' } }),
  secret: () => secret,
  site: {
    ...unusedSite,
    resolveSrv: async (name, server) => {
      const asked = { name, server: server ?? null }
      return published.length === 0 ? { outcome: 'none', ...asked } : { outcome: 'found', ...asked, records: published }
    },
    updateSrv: async (update) => {
      updates.push(update)
      if (!deaf) apply(update)
      return ok({ server: update.server, over: 'udp', signed: update.key !== null })
    },
    ...overrides,
  },
})

const step = (seen: readonly SrvRecord[] = []) => ({
  domain: 'example.test',
  zone: 'example.test',
  via: {
    kind: 'dynamic-update' as const,
    server: 'ns01:53',
    transport: 'udp-first' as const,
    tsig: { keyName: 'kms-key', algorithm: 'hmac-sha256' as const, secret: 'tsigSecret' },
  },
  seen: [...seen],
})
const create = (seen: readonly SrvRecord[] = []) => ({ ...step(seen), record: kms01 })

describe('creating a record', () => {
  it('hands the server what was seen, the change and the key, and proves it by asking again', async () => {
    published = [kms02]
    const before = await createSrvRecord.before(context(), create([kms02]))
    const result = await createSrvRecord.run(context(), create([kms02]), before)
    expect(updates).toEqual([
      {
        zone: 'example.test',
        owner: '_vlmcs._tcp.example.test',
        seen: [kms02],
        change: { kind: 'add', record: kms01 },
        server: 'ns01:53',
        key: { name: 'kms-key', algorithm: 'hmac-sha256', secret },
        transport: 'udp-first',
      },
    ])
    expect(result).toMatchObject({ before: [kms02], after: [kms02, kms01] })
  })

  it('is found done after a kill, and the record is not created twice', async () => {
    const before = await createSrvRecord.before(context(), create())
    published = [kms01]
    expect(await createSrvRecord.settle(context(), create(), before)).toMatchObject({ state: 'done' })
    await createSrvRecord.run(context(), create(), before)
    expect(updates).toEqual([])
  })

  it('is found not done after a kill before the write, and is then done once', async () => {
    const before = await createSrvRecord.before(context(), create())
    expect(await createSrvRecord.settle(context(), create(), before)).toMatchObject({ state: 'not-done' })
    await createSrvRecord.run(context(), create(), before)
    expect(updates).toHaveLength(1)
  })

  it('refuses a record that was there before, also when it is looked at after a kill', async () => {
    published = [kms01]
    const before = await createSrvRecord.before(context(), create())
    expect(await createSrvRecord.settle(context(), create(), before)).toMatchObject({ state: 'not-done' })
    await expect(createSrvRecord.run(context(), create(), before)).rejects.toMatchObject({
      error: { code: 'already-used', message: expect.stringContaining('kms01.example.test') as string },
    })
    expect(updates).toEqual([])
  })

  it('stops where the records changed between the look and the write', async () => {
    const before = await createSrvRecord.before(context(), create())
    published = [kms02]
    await expect(createSrvRecord.run(context(), create(), before)).rejects.toMatchObject({
      error: { code: 'digest-mismatch', remedy: expect.any(String) as string },
    })
    expect(updates).toEqual([])
  })

  it('does not believe a server that says it made the change and does not show it', async () => {
    deaf = true
    await expect(createSrvRecord.run(context(), create(), { records: [] })).rejects.toMatchObject({
      error: { message: expect.stringContaining('not as they should be') as string },
    })
  })

  it('passes on why the server refused, and "could not ask" as what it is', async () => {
    const error = { code: 'access-denied' as const, message: 'REFUSED', retryable: false }
    const refusing = context({ updateSrv: async () => fail(error) })
    await expect(createSrvRecord.run(refusing, create(), { records: [] })).rejects.toMatchObject({ error })
    const silence = { code: 'timeout' as const, message: 'No answer.', retryable: true }
    const silent = context({
      resolveSrv: async (name) => ({ outcome: 'could-not-ask', name, server: null, error: silence }),
    })
    await expect(createSrvRecord.before(silent, create())).rejects.toMatchObject({ error: silence })
  })
})

describe('changing a record', () => {
  const params = { ...step([kms01, kms02]), from: kms01, to: { ...kms01, port: 1700 } }

  it('is made once, and can be told from one that was not', async () => {
    published = [kms01, kms02]
    const before = await changeSrvRecord.before(context(), params)
    expect(await changeSrvRecord.settle(context(), params, before)).toMatchObject({ state: 'not-done' })
    await changeSrvRecord.run(context(), params, before)
    expect(await changeSrvRecord.settle(context(), params, before)).toMatchObject({ state: 'done' })
    await changeSrvRecord.run(context(), params, before)
    expect(updates).toHaveLength(1)
  })

  it('counts a new TTL alone as a change', async () => {
    const ttl = { ...step([kms01]), from: kms01, to: { ...kms01, ttl: 300 } }
    published = [kms01]
    const before = await changeSrvRecord.before(context(), ttl)
    await changeSrvRecord.run(context(), ttl, before)
    expect(published).toEqual([{ ...kms01, ttl: 300 }])
    expect(await changeSrvRecord.settle(context(), ttl, before)).toMatchObject({ state: 'done' })
  })

  it('stops where the record was removed meanwhile', async () => {
    published = [kms02]
    const before = await changeSrvRecord.before(context(), params)
    await expect(changeSrvRecord.run(context(), params, before)).rejects.toMatchObject({
      error: { code: 'digest-mismatch' },
    })
  })

  it('is undone by a change back, which fits the records after it', async () => {
    const undo = changeSrvRecord.undo(params)?.call
    expect(undo?.kind).toBe('dns.change-srv')
    const back = changeSrvRecord.params.parse(undo?.params)
    published = [{ ...kms01, port: 1700 }, kms02]
    await changeSrvRecord.run(context(), back, await changeSrvRecord.before(context(), back))
    expect(published.some((one) => sameSrv(one, kms01))).toBe(true)
  })
})

describe('removing a record', () => {
  const params = { ...step([kms01, kms02]), record: kms01 }

  it('is made once and undone by a creation with the same figures', async () => {
    published = [kms01, kms02]
    const before = await removeSrvRecord.before(context(), params)
    await removeSrvRecord.run(context(), params, before)
    expect(await removeSrvRecord.settle(context(), params, before)).toMatchObject({ state: 'done' })
    await removeSrvRecord.run(context(), params, before)
    expect(updates).toHaveLength(1)
    expect(published).toEqual([kms02])

    const undo = removeSrvRecord.undo(params)?.call
    const back = createSrvRecord.params.parse(undo?.params)
    await createSrvRecord.run(context(), back, await createSrvRecord.before(context(), back))
    expect(published).toEqual([kms02, kms01])
  })

  it('stops where somebody removed it first', async () => {
    published = [kms02]
    const before = await removeSrvRecord.before(context(), params)
    await expect(removeSrvRecord.run(context(), params, before)).rejects.toMatchObject({
      error: { code: 'digest-mismatch' },
    })
  })
})

it('shows no secret in titles, equivalents and undo sentences', () => {
  const target = { place: 'network', host: 'ns01' } as const
  const texts = [
    createSrvRecord.title(create()),
    createSrvRecord.equivalent(create(), target),
    createSrvRecord.undo(create()),
  ]
  expect(JSON.stringify(texts)).not.toContain(secret)
  expect(createSrvRecord.equivalent({ ...create(), via: { ...create().via, transport: 'tcp' } }, target)).toContain(
    'nsupdate -v -k kms-key.key',
  )
})
