import { describe, expect, it, vi } from 'vitest'
import type { ComputersEvent } from '../../../../src-main/contract/models/estate.ts'
import { ComputerPage, ComputersEvent as EventSchema } from '../../../../src-main/contract/models/estate.ts'
import { network, never, openEstate, scanned } from './estate-fixture.ts'

const list = { place: network, after: null, limit: 500 } as const
const lab = { place: 'lab', scenario: 'contoso-2009' } as const

describe('the list', () => {
  it('comes page by page, in the order of adding, and each place has its own', async () => {
    const { service, addNames } = openEstate()
    await addNames(Array.from({ length: 1203 }, (_, index) => `pc${index}`).join('\n'))
    const first = service.list(list)
    const second = service.list({ ...list, after: first.next })
    const third = service.list({ ...list, after: second.next })
    expect([first, second, third].map(({ rows }) => rows.length)).toEqual([500, 500, 203])
    expect(third).toMatchObject({ next: null, total: 1203 })
    expect(third.rows.at(-1)?.host).toBe('pc1202')
    expect(ComputerPage.safeParse(first).success).toBe(true)
    expect(service.list({ ...list, place: lab })).toEqual({ rows: [], next: null, total: 0 })
  })

  it('survives a restart with groups, tags, notes and results, and knows what a scan said before', async () => {
    const { service, register, addNames, reopened } = openEstate()
    const [first = 0, second = 0] = await addNames('pc01 pc02')
    await service.change(network, [first], { group: 'Berlin', addTags: ['VIP', 'vip'], note: 'Reception' }, never)
    register.record(network, [scanned(first, { outcome: 'grace' }), scanned(9999)])
    register.record(network, [scanned(first), scanned(second, { outcome: 'asleep', read: null })])
    const [one, two] = reopened().service.list(list).rows
    expect(one).toMatchObject({
      name: 'pc01.contoso.com',
      group: 'Berlin',
      tags: ['VIP'],
      note: 'Reception',
      outcome: 'licensed',
      previousOutcome: 'grace',
      kmsHost: 'kms01.contoso.com',
      licence: { partialKey: '2YT43' },
    })
    expect(two).toMatchObject({ name: 'pc02', outcome: 'asleep', os: null, previousOutcome: null })
  })

  it('keeps what was read before where a later scan reads nothing', async () => {
    const { service, register, addNames } = openEstate()
    const [id = 0] = await addNames('pc01')
    register.record(network, [scanned(id)])
    register.record(network, [scanned(id, { outcome: 'asleep', read: null, hresult: 0x800706ba })])
    expect(service.list(list).rows).toMatchObject([
      { outcome: 'asleep', previousOutcome: 'licensed', name: 'pc01.contoso.com', hresult: 0x800706ba },
    ])
  })

  it('forgets computers with their results, and their numbers are not used again', async () => {
    const { service, register, addNames } = openEstate()
    const [id = 0] = await addNames('pc01')
    register.record(network, [scanned(id)])
    expect(await service.remove(network, [id, 777], never)).toBe(1)
    const [next = 0] = await addNames('pc01')
    expect(next).toBeGreaterThan(id)
    expect(service.list(list).rows).toMatchObject([{ outcome: 'never-scanned', lastScanAt: null }])
  })
})

it('lets everything else go on after every 250 computers that are looked up, added or changed', async () => {
  const { service, previewText } = openEstate()
  let turns = 0
  let counting = true
  const count = (): void => {
    turns += 1
    if (counting) setImmediate(count)
  }
  count()
  const took = async <T>(work: Promise<T>): Promise<readonly [T, number]> => {
    const before = turns
    return [await work, turns - before]
  }
  const text = Array.from({ length: 5000 }, (_, index) => `pc${index}`).join('\n')
  const [{ previewId }, previewing] = await took(previewText(text))
  const adding = { previewId, only: null, group: 'Berlin', tags: ['new'], updateKnown: false }
  const [added, inserting] = await took(service.add(adding, never))
  const [updated, updating] = await took(service.add({ ...adding, updateKnown: true }, never))
  counting = false
  expect([added, updated]).toEqual([
    { added: 5000, updated: 0, left: 0 },
    { added: 0, updated: 5000, left: 0 },
  ])
  for (const times of [previewing, inserting, updating]) expect(times).toBeGreaterThanOrEqual(5000 / 250 - 1)
})

describe('what is selected', () => {
  it('is found by number, group and outcome', async () => {
    const { service, register, addNames } = openEstate()
    const [first = 0, second = 0, third = 0] = await addNames('pc01 pc02 pc03')
    await service.change(network, [first, third], { group: 'Berlin' }, never)
    register.record(network, [scanned(second)])
    const ids = (selection: Parameters<typeof register.targets>[1]) =>
      register.targets(network, selection).map(({ id }) => id)
    expect(ids({ which: 'all' })).toEqual([first, second, third])
    expect(ids({ which: 'computers', ids: [third, 555] })).toEqual([third])
    expect(ids({ which: 'group', group: 'BERLIN' })).toEqual([first, third])
    expect(ids({ which: 'outcomes', outcomes: ['never-scanned'] })).toEqual([first, third])
    expect(ids({ which: 'outcomes', outcomes: ['licensed'] })).toEqual([second])
  })
})

describe('a change', () => {
  it('leaves alone what it does not name, and computers of another place', async () => {
    const { service, addNames } = openEstate()
    const [id = 0] = await addNames('pc01')
    await service.change(network, [id], { group: 'Berlin', note: 'a', addTags: ['x', 'y'] }, never)
    expect(await service.change(lab, [id], { note: 'b' }, never)).toBe(0)
    await service.change(network, [id], { removeTags: ['X'], group: null }, never)
    expect(service.list(list).rows).toMatchObject([{ group: null, note: 'a', tags: ['y'] }])
  })

  it('ends between two transactions where it is cancelled', async () => {
    const { service, addNames } = openEstate()
    await addNames(Array.from({ length: 1000 }, (_, index) => `pc${index}`).join(' '))
    const ids = Array.from({ length: 1000 }, (_, index) => index + 1)
    const aborting = new AbortController()
    const changing = service.change(network, ids, { note: 'done' }, aborting.signal)
    aborting.abort()
    await expect(changing).rejects.toThrow('aborted')
    const rows = [...service.list(list).rows, ...service.list({ ...list, after: 500 }).rows]
    expect(rows.filter(({ note }) => note === 'done')).toHaveLength(250)
  })
})

describe('credentials', () => {
  const passwordFor = (vault: ReturnType<typeof openEstate>['vault'], value: string) => vault.put('password', value).ref

  it('of a computer go before those of its group, and passwords are asked again after a restart', async () => {
    const { service, register, vault, addNames, reopened } = openEstate()
    const [own = 0, grouped = 0] = await addNames('pc01 pc02')
    const [mine, theirs] = [passwordFor(vault, 'one-secret'), passwordFor(vault, 'other-secret')]
    await service.change(network, [own, grouped], { group: 'Berlin' }, never)
    service.changeGroup({ place: network, name: 'Berlin', credential: { user: 'CONTOSO\\admin', password: theirs } })
    await service.change(network, [own], { credential: { user: '.\\local', password: mine } }, never)
    const credentials = register.targets(network, { which: 'all' }).map(({ target }) => target)
    expect(credentials).toEqual([
      { place: 'network', host: 'pc01', credential: { user: '.\\local', password: mine } },
      { place: 'network', host: 'pc02', credential: { user: 'CONTOSO\\admin', password: theirs } },
    ])
    expect(service.list(list).rows.map(({ passwordNeeded }) => passwordNeeded)).toEqual([false, false])

    const later = reopened()
    expect(later.service.list(list).rows).toMatchObject([
      { user: '.\\local', passwordNeeded: true },
      { user: 'CONTOSO\\admin', passwordNeeded: true },
    ])
    expect(later.register.targets(network, { which: 'all' })).toMatchObject([
      { target: { host: 'pc01' }, passwordNeededFor: '.\\local' },
      { target: { host: 'pc02' }, passwordNeededFor: 'CONTOSO\\admin' },
    ])
    expect(later.service.groups(network)).toEqual([
      { name: 'Berlin', computers: 2, user: 'CONTOSO\\admin', passwordNeeded: true },
    ])
  })

  it('are missing once the vault has forgotten the password, and gone once they are taken away', async () => {
    const { service, register, vault, addNames } = openEstate()
    const [id = 0] = await addNames('pc01')
    const password = passwordFor(vault, 'one-secret')
    await service.change(network, [id], { credential: { user: '.\\local', password } }, never)
    vault.forget(password)
    expect(service.list(list).rows[0]?.passwordNeeded).toBe(true)
    await service.change(network, [id], { credential: null }, never)
    expect(service.list(list).rows).toMatchObject([{ user: null, passwordNeeded: false }])
    expect(register.targets(network, { which: 'all' })).toMatchObject([{ passwordNeededFor: null }])
  })
})

describe('groups and views', () => {
  it('a group is renamed with its computers, not onto another one, and leaves its computers behind', async () => {
    const { service, addNames } = openEstate()
    const [first = 0, second = 0] = await addNames('pc01 pc02')
    await service.change(network, [first], { group: 'Berlin' }, never)
    await service.change(network, [second], { group: 'Bonn' }, never)
    expect(() => service.changeGroup({ place: network, name: 'Berlin', newName: 'BONN' })).toThrow('already')
    service.changeGroup({ place: network, name: 'berlin', newName: 'Hamburg' })
    expect(service.list(list).rows.map(({ group }) => group)).toEqual(['Hamburg', 'Bonn'])
    service.removeGroup(network, 'Hamburg')
    expect(service.list(list).rows.map(({ group }) => group)).toEqual([null, 'Bonn'])
    expect(service.groups(network).map(({ name }) => name)).toEqual(['Bonn'])
  })

  it('a view replaces the one of its name', () => {
    const { service } = openEstate()
    const view = { name: 'Grace', search: '', filters: [], sort: [], groupBy: ['os'], columns: [] }
    service.saveView(view)
    service.saveView({ ...view, name: 'GRACE', search: 'pc' })
    expect(service.views()).toEqual([{ ...view, name: 'GRACE', search: 'pc' }])
    service.removeView('grace')
    expect(service.views()).toEqual([])
  })
})

describe('those who watch', () => {
  it('are told of changes gathered, with the rows as they stand then', async () => {
    const { service, register, addNames, tick } = openEstate()
    const told: ComputersEvent[] = []
    const end = service.subscribe(network, (event) => told.push(event))
    const elsewhere = vi.fn()
    service.subscribe(lab, elsewhere)
    const [first = 0, second = 0] = await addNames('pc01 pc02')
    register.record(network, [scanned(first)])
    await service.remove(network, [second], never)
    await tick()
    expect(told.map(({ event }) => event)).toEqual(['removed', 'changed', 'groups'])
    expect(told[0]).toEqual({ event: 'removed', ids: [second] })
    expect(told[1]).toMatchObject({ rows: [{ id: first, outcome: 'licensed' }] })
    expect(told.every((event) => EventSchema.safeParse(event).success)).toBe(true)
    end()
    register.record(network, [scanned(first)])
    await tick()
    expect(told).toHaveLength(3)
    expect(elsewhere).not.toHaveBeenCalled()
  })

  it('are asked to read all anew where very many change', async () => {
    const { service, addNames, tick } = openEstate()
    const told: ComputersEvent[] = []
    service.subscribe(network, (event) => told.push(event))
    await addNames(Array.from({ length: 2500 }, (_, index) => `pc${index}`).join(' '))
    await tick()
    expect(told).toEqual([{ event: 'reload' }, { event: 'groups' }])
  })
})
