import { describe, expect, it } from 'vitest'
import { lacksElevation, targetComplaint } from '../../../../../src-renderer/wizards/target-step/target-complaints.ts'
import { emptyTarget, type TargetFields } from '../../../../../src-renderer/wizards/target-step/target-fields.ts'
import { appInfo } from '../../../../ui-preview/fixtures.ts'

const network = (patch: Partial<TargetFields>): TargetFields => ({ ...emptyTarget('network'), ...patch })

describe('targetComplaint', () => {
  it.each<[string, TargetFields, string]>([
    ['no name', network({}), 'host'],
    ['only blanks', network({ host: '   ' }), 'host'],
    ['a blank inside', network({ host: 'kms 01' }), 'host'],
    ['a path', network({ host: '\\\\kms01' }), 'host'],
    ['a user without a password', network({ host: 'kms01', user: 'LAB\\admin' }), 'password'],
    ['a password without a user', network({ host: 'kms01', password: 'x' }), 'user'],
    ['no computer of the Lab', emptyTarget('lab'), 'labHost'],
  ])('names the field for %s', (_, fields, field) => {
    expect(targetComplaint(fields)?.field).toBe(field)
  })

  it.each(['kms01', 'kms01.contoso.com', '192.0.2.10', '2001:db8::10', 'srv_old'])('accepts %s', (host) => {
    expect(targetComplaint(network({ host }))).toBeNull()
  })

  it('quotes what was typed, and never a password', () => {
    expect(targetComplaint(network({ host: 'kms 01', password: 'hunter2' }))?.message).toContain('“kms 01”')
    expect(targetComplaint(network({ host: 'kms01', password: 'hunter2' }))?.message).not.toContain('hunter2')
  })

  it('does not look at fields of a place that is not chosen', () => {
    expect(targetComplaint({ ...emptyTarget('this-computer'), host: 'kms 01', user: 'x' })).toBeNull()
  })
})

describe('lacksElevation', () => {
  it('concerns this computer alone, and only where Windows says so', () => {
    const local = emptyTarget('this-computer')
    expect(lacksElevation(local, { ...appInfo, elevated: false })).toBe(true)
    expect(lacksElevation(local, { ...appInfo, elevated: true })).toBe(false)
    expect(lacksElevation(local, { ...appInfo, elevated: null })).toBe(false)
    expect(lacksElevation(network({ host: 'kms01' }), { ...appInfo, elevated: false })).toBe(false)
  })
})
