import { describe, expect, test } from 'vitest'
import { ok } from '../../../../src-main/contract/app-error.ts'
import type { KmsThreshold } from '../../../../src-main/contract/models/kms-host-overview.ts'
import type { KnownKmsHost } from '../../../../src-main/contract/models/known-kms-host.ts'
import { createKnownHosts } from '../../../../src-renderer/pages/kms-hosts/known-hosts-store.ts'
import { axisTime } from '../../../../src-renderer/pages/kms-hosts/plots/axis-time.ts'
import { growthPoints, growthTitle } from '../../../../src-renderer/pages/kms-hosts/plots/growth.ts'
import { filterClients } from '../../../../src-renderer/pages/kms-hosts/requests/filter-clients.ts'
import { timeText } from '../../../../src-renderer/format/time.ts'
import { scriptedBridge } from '../wizards/set-up-kms-host/scripted-bridge.ts'

const at = (time: string): string => `2026-11-22T${time}:00.000Z`
const seen = (first: string, last = first) => ({ firstSeen: at(first), lastSeen: at(last) })

const threshold = (forecast: KmsThreshold['forecast']): KmsThreshold => ({
  of: 'clients',
  needed: 25,
  reached: false,
  missing: 8,
  forecast,
})

describe('the line of the plot', () => {
  test('rises by one with each computer, in the order of their first requests, to the last request', () => {
    const points = growthPoints([seen('12:00', '15:00'), seen('10:00'), seen('11:00')], at('00:00'))
    expect(points.map(({ computers }) => computers)).toEqual([0, 0, 1, 1, 2, 2, 3, 3])
    expect(points.at(-1)?.at.toISOString()).toBe(at('15:00'))
  })

  test('begins no earlier than the span, and shortly before the first request', () => {
    expect(growthPoints([seen('10:00', '20:00')], at('00:00'))[0]?.at.toISOString()).toBe(at('09:30'))
    expect(growthPoints([seen('10:00', '20:00')], at('09:50'))[0]?.at.toISOString()).toBe(at('09:50'))
  })

  test('is empty where nobody asked', () => {
    expect(growthPoints([], at('00:00'))).toEqual([])
  })
})

describe('the title of the plot', () => {
  const now = new Date(at('12:00'))

  test('says when the threshold is expected: the hour within a day, else the date too', () => {
    const soon = at('18:05')
    const title = growthTitle(
      17,
      threshold({ outcome: 'expected', at: soon, missing: 8, perDay: 40, sentence: '' }),
      now,
    )
    expect(title).toBe(`17 of 25 clients counted; 25 expected at about ${timeText(soon).slice(11, 16)}`)
    const later = '2026-11-25T18:05:00.000Z'
    expect(
      growthTitle(17, threshold({ outcome: 'expected', at: later, missing: 8, perDay: 2, sentence: '' }), now),
    ).toContain(timeText(later).slice(0, 16))
  })

  test('says that it is reached, or that it cannot be told', () => {
    expect(growthTitle(30, threshold({ outcome: 'reached', sentence: '' }), now)).toContain('are reached')
    expect(growthTitle(3, threshold({ outcome: 'cannot-tell', reason: 'too-short', sentence: '' }), now)).toContain(
      'cannot be told',
    )
  })
})

test('the time axis shows hours over two days at most, and days beyond', () => {
  const time = new Date(2026, 10, 22, 9, 5)
  expect(axisTime(2 * 86_400_000)(time)).toBe('09:05')
  expect(axisTime(3 * 86_400_000)(time)).toBe('11-22')
})

test('the filter of clients takes every word, in names and machine IDs, in any case', () => {
  const row = (name: string, cmid: string) => ({ names: [name], cmid }) as never
  const clients = [row('PC001.contoso.test', 'aaaa-1111'), row('PC002.contoso.test', 'bbbb-2222')]
  expect(filterClients(clients, 'pc00 BBBB')).toEqual([clients[1]])
  expect(filterClients(clients, ' ')).toEqual(clients)
})

describe('the list of known hosts', () => {
  const known = (host: string, source: KnownKmsHost['source']): KnownKmsHost => ({
    host: { place: 'network', host },
    name: host,
    source,
    since: at('00:00'),
  })

  test('a single host is chosen by itself, of several none is', async () => {
    const one = createKnownHosts(
      scriptedBridge({ 'kmsHosts.list': () => ok({ hosts: [known('a', 'plan')], dnsErrors: [] }) }).bridge,
    )
    await one.load()
    expect(one.store.getState().selected).toEqual({ place: 'network', host: 'a' })
    const hosts = [known('a', 'plan'), known('b', 'by-hand')]
    const two = createKnownHosts(scriptedBridge({ 'kmsHosts.list': () => ok({ hosts, dnsErrors: [] }) }).bridge)
    await two.load()
    expect(two.store.getState().selected).toBeNull()
  })

  test('a host that only DNS showed stays in view, and is dropped without asking main', async () => {
    const { bridge, names } = scriptedBridge({
      'kmsHosts.list': (input) =>
        ok({ hosts: (input as { dns: unknown }).dns === null ? [] : [known('found', 'dns')], dnsErrors: [] }),
    })
    const list = createKnownHosts(bridge)
    await list.find({ place: 'network' }, ['contoso.test'])
    await list.load()
    expect(list.store.getState().hosts).toEqual([known('found', 'dns')])
    await list.remove(known('found', 'dns'))
    expect(list.store.getState().hosts).toEqual([])
    expect(names()).not.toContain('kmsHosts.remove')
  })
})
