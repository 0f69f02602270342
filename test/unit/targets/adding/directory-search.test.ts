import { describe, expect, it } from 'vitest'
import type { DirectoryQuestion } from '../../../../src-main/contract/models/estate-adding.ts'
import { openLab } from '../../../../src-main/lab/open-lab.ts'
import { directoryQuery, searchDirectory } from '../../../../src-main/targets/adding/directory-search.ts'
import { isInOu, ouPathOf } from '../../../../src-main/targets/adding/distinguished-name.ts'
import { WmiError } from '../../../../src-main/wmi/wmi-error.ts'
import { unusedSession, unusedSite } from '../../../support/unused-site.ts'

const never = new AbortController().signal
const ask = (scenario: string, question: Partial<DirectoryQuestion>, user?: { user: string; password: string }) =>
  searchDirectory(
    openLab(scenario, { latencyMs: 0 }).site,
    { place: { place: 'lab', scenario }, server: null, name: null, ou: null, limit: 5000, ...question },
    user,
    never,
  )

describe('Active Directory in the Lab', () => {
  it.each([
    ['contoso-2009', 'corp.contoso.test', 'Windows 7'],
    ['fabrikam-2025', 'corp.fabrikam.test', 'Windows 11'],
  ])('%s names the members of its domain with OU and Windows', async (scenario, domain, windows) => {
    const { entries, problems, limited } = await ask(scenario, { server: 'dc01' })
    expect(problems).toEqual([])
    expect(limited).toBe(false)
    expect(entries.length).toBeGreaterThan(10)
    expect(entries.every(({ host }) => host.endsWith(`.${domain}`))).toBe(true)
    expect(entries).toContainEqual(
      expect.objectContaining({ host: `dc01.${domain}`, ou: `${domain}/Domain Controllers` }) as unknown,
    )
    expect(entries.some(({ osCaption }) => osCaption?.includes(windows))).toBe(true)
  })

  it('is filtered by name and by OU, and cut at the limit', async () => {
    const names = (question: Partial<DirectoryQuestion>) =>
      ask('contoso-2009', question).then(({ entries }) => entries.map(({ host }) => host.split('.')[0]))
    expect(await names({ name: 'kms*' })).toEqual(['kms01', 'kms02'])
    expect(await names({ name: 'KMS01' })).toEqual(['kms01'])
    expect(await names({ name: "x' OR DS_cn LIKE '%" })).toEqual([])
    expect(await names({ ou: 'Domain Controllers' })).toEqual(['dc01'])
    expect(await names({ ou: 'OU=Domain Controllers,DC=corp,DC=contoso,DC=test' })).toEqual(['dc01'])
    expect(await names({ ou: 'Nowhere' })).toEqual([])
    const cut = await ask('contoso-2009', { limit: 5 })
    expect([cut.entries.length, cut.limited]).toEqual([5, true])
  })

  it('that refuses is an error of the field of the server, with a remedy', async () => {
    const clerk = { user: 'CONTOSO\\clerk', password: 'Rehearsal-Only-2' }
    await expect(ask('contoso-2009', { server: 'dc01' }, clerk)).rejects.toMatchObject({
      error: { code: 'access-denied', field: 'server', remedy: expect.stringContaining('domain controller') as string },
    })
    await expect(ask('contoso-2009', { server: 'kms01' })).rejects.toMatchObject({
      error: { code: 'access-denied', message: expect.stringContaining('Active Directory') as string },
    })
    await expect(ask('contoso-2009', { server: 'nobody' })).rejects.toMatchObject({ error: { code: 'name-not-found' } })
  })
})

describe('Active Directory of a real network', () => {
  const refusing = (hresult: number) => ({
    ...unusedSite,
    connect: async () => Promise.reject(new WmiError('connect', hresult, 'No.')),
  })
  const question: DirectoryQuestion = { place: { place: 'network' }, server: null, name: null, ou: null, limit: 10 }
  it.each([
    [0x8004100e, 'wmi-invalid-class', 'no way into the directory'],
    [0x80041001, 'wmi-failed', 'in no domain'],
  ])('answers 0x%s with a remedy', async (hresult, code, remedy) => {
    await expect(searchDirectory(refusing(hresult), question, undefined, never)).rejects.toMatchObject({
      error: { code, hresult, remedy: expect.stringContaining(remedy) as string },
    })
  })

  it('takes the domain from the distinguished name where an account has no DNS name', async () => {
    const rows = [
      { DS_cn: 'PC01', DS_dNSHostName: null, DS_distinguishedName: 'CN=PC01,CN=Computers,DC=contoso,DC=com' },
    ]
    const site = { ...unusedSite, connect: async () => ({ ...unusedSession, query: async () => rows }) }
    const { entries } = await searchDirectory(site, question, undefined, never)
    expect(entries).toMatchObject([{ host: 'PC01.contoso.com', ou: 'contoso.com/Computers', osCaption: null }])
  })
})

it('asks in WQL so that nothing typed ends the literal', () => {
  expect(directoryQuery('pc_[1]*')).toContain("DS_cn LIKE 'pc[_][[]1]%'")
  expect(directoryQuery("o'x")).toContain(String.raw`DS_cn = 'o\'x'`)
  expect(directoryQuery('*')).not.toContain('WHERE')
})

it('reads distinguished names with escapes', () => {
  const dn = String.raw`CN=PC01,OU=Berlin\, Mitte,OU=Clients,DC=contoso,DC=com`
  expect(ouPathOf(dn)).toBe('contoso.com/Clients/Berlin, Mitte')
  expect(ouPathOf('pc01')).toBeNull()
  expect(isInOu(dn, 'clients')).toBe(true)
  expect(isInOu(dn, 'contoso.com/Clients/')).toBe(true)
  expect(isInOu(dn, 'Client')).toBe(false)
})

describe('a large directory', () => {
  const rows = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      DS_cn: `PC${index}`,
      DS_dNSHostName: `pc${String(index).padStart(5, '0')}.contoso.com`,
      DS_distinguishedName: `CN=PC${index},OU=Site ${index % 3},DC=contoso,DC=com`,
      DS_operatingSystem: 'Windows 11 Enterprise',
    }))
  const siteWith = (count: number) => ({
    ...unusedSite,
    connect: async () => ({ ...unusedSession, query: async () => rows(count), close: async () => undefined }),
  })
  const question = (change: Partial<DirectoryQuestion> = {}): DirectoryQuestion => ({
    place: { place: 'network' },
    server: 'dc01',
    name: null,
    ou: null,
    limit: 5000,
    ...change,
  })

  it('of 5,000 computers comes whole, in the order of the names', async () => {
    const { entries, problems, limited } = await searchDirectory(siteWith(5000), question(), undefined, never)
    expect([entries.length, problems.length, limited]).toEqual([5000, 0, false])
    expect([entries[0]?.host, entries.at(-1)?.host]).toEqual(['pc00000.contoso.com', 'pc04999.contoso.com'])
  })

  it('of more says that there are more, and an OU brings the rest within the limit', async () => {
    expect(await searchDirectory(siteWith(5001), question(), undefined, never)).toMatchObject({ limited: true })
    const one = await searchDirectory(siteWith(5001), question({ ou: 'Site 1' }), undefined, never)
    expect([one.entries.length, one.limited]).toEqual([1667, false])
  })

  it('that is empty finds nobody and is no error', async () => {
    expect(await searchDirectory(siteWith(0), question(), undefined, never)).toEqual({
      entries: [],
      problems: [],
      limited: false,
    })
  })
})
