import { describe, expect, it } from 'vitest'
import { ConfigureClientDraft } from '../../../../../src-main/contract/models/configure-client-draft.ts'
import {
  clientComplaint,
  clientDraft,
  isContradictory,
  suffixLines,
  unchangedFields,
  type ClientFields,
} from '../../../../../src-renderer/wizards/configure-client/client-fields.ts'
import { snapshot } from '../../../../ui-preview/fixtures.ts'

const fields = (patch: Partial<ClientFields>): ClientFields => ({ ...unchangedFields, ...patch })
const target = { place: 'lab', scenario: 'contoso-2009', host: 'PC001' } as const

describe('clientComplaint', () => {
  it.each<[string, Partial<ClientFields>, string]>([
    ['a fixed host without a name', { discovery: 'fixed', host: '  ' }, 'host'],
    ['a port that is no number', { discovery: 'fixed', host: 'kms01', port: '16x' }, 'port'],
    ['a negative port', { discovery: 'fixed', host: 'kms01', port: '-1' }, 'port'],
    ['a lookup domain without a name', { lookup: 'domain' }, 'lookupDomain'],
    ['nothing to do', { activate: false }, 'activate'],
  ])('names the field for %s', (_, patch, field) => {
    expect(clientComplaint(fields(patch))?.field).toBe(field)
  })

  it('does not look at texts of a choice that was taken back', () => {
    expect(clientComplaint(fields({ host: '', port: 'x', lookupDomain: '' }))).toBeNull()
  })

  it('takes an empty suffix list, which removes the list', () => {
    expect(clientComplaint(fields({ suffixes: 'list', activate: false }))).toBeNull()
  })
})

describe('clientDraft', () => {
  it('leaves everything as it is and activates where nothing was chosen', () => {
    expect(ConfigureClientDraft.parse(clientDraft(unchangedFields, target))).toMatchObject({
      discovery: { mode: 'keep' },
      lookupDomain: { mode: 'keep' },
      hostCaching: null,
      activationType: null,
      dnsSuffixes: null,
      activate: true,
    })
  })

  it('sends what was chosen, and nothing of a choice that was taken back', () => {
    const draft = clientDraft(
      fields({
        discovery: 'fixed',
        host: 'kms01',
        port: '1690',
        lookup: 'own',
        lookupDomain: 'left.over',
        caching: 'off',
        activationType: 'kms',
        suffixes: 'list',
        dnsSuffixes: 'a.test\n\n b.test ;c.test',
      }),
      target,
    )
    expect(ConfigureClientDraft.parse(draft)).toMatchObject({
      discovery: { mode: 'fixed', host: 'kms01', port: '1690' },
      lookupDomain: { mode: 'own' },
      hostCaching: false,
      activationType: 'kms',
      dnsSuffixes: ['a.test', 'b.test', 'c.test'],
    })
  })
})

describe('suffixLines', () => {
  it('keeps duplicates and illegal names for main to name', () => {
    expect(suffixLines('x.test\r\nx.test,y test')).toEqual(['x.test', 'x.test', 'y test'])
  })
})

describe('isContradictory', () => {
  const set = (host: string | null, lookupDomain: string | null) => ({
    ...snapshot,
    kmsClient: { ...snapshot.kmsClient, host, lookupDomain },
  })

  it('warns of a fixed host beside a lookup domain, be it chosen or there already', () => {
    expect(isContradictory(fields({ discovery: 'fixed', lookup: 'domain' }), set(null, null))).toBe(true)
    expect(isContradictory(fields({ discovery: 'fixed' }), set(null, 'x.test'))).toBe(true)
    expect(isContradictory(fields({ lookup: 'domain' }), set('kms01', null))).toBe(true)
  })

  it('is content where one of them goes', () => {
    expect(isContradictory(fields({ discovery: 'automatic', lookup: 'domain' }), set('kms01', null))).toBe(false)
    expect(isContradictory(fields({ discovery: 'fixed', lookup: 'own' }), set(null, 'x.test'))).toBe(false)
  })
})
