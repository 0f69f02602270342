import { describe, expect, it } from 'vitest'
import { findingOfField } from '../../../../src-renderer/components/finding-of-field.ts'
import {
  isListText,
  listTextWith,
  withCell,
  withoutRow,
  withRow,
} from '../../../../src-renderer/components/publish-list/row-changes.ts'

const one = { domain: 'a.test', priority: '1', weight: '2' }
const two = { domain: 'b.test', priority: '0', weight: '0' }

describe('the rows of a publish list', () => {
  it('keep every other row and cell as it was typed', () => {
    expect(withCell([one, two], 1, 'weight', '65536')).toEqual([one, { ...two, weight: '65536' }])
    expect(withoutRow([one, two], 0)).toEqual([two])
    expect(withRow([one])).toEqual([one, { domain: '', priority: '0', weight: '0' }])
  })

  it('take lines for a list, and a name for a name', () => {
    expect(isListText('a.test\r\nb.test')).toBe(true)
    expect(isListText('a.test, 1, 2')).toBe(true)
    expect(isListText(' a.test \r\n')).toBe(false)
  })

  it('put a pasted list in place of the row that it was pasted into', () => {
    expect(listTextWith([one, { ...two, domain: '' }], 1, 'c.test, 5\nd.test\n')).toBe(
      'a.test, 1, 2\nc.test, 5\nd.test',
    )
  })
})

describe('findingOfField', () => {
  const warning = { check: 'w', level: 'warning', field: 'port', message: 'Perhaps.' } as const
  const problem = { check: 'p', level: 'problem', field: 'port', message: 'No.', remedy: 'Do so.' } as const

  it('says the problem before the warning, with its remedy', () => {
    expect(findingOfField([warning, problem], 'port')).toEqual({
      validationState: 'error',
      validationMessage: 'No. Do so.',
    })
    expect(findingOfField([warning], 'port')).toEqual({ validationState: 'warning', validationMessage: 'Perhaps.' })
  })

  it('has nothing to say of other fields', () => {
    expect(findingOfField([problem], 'host')).toEqual({})
  })
})
