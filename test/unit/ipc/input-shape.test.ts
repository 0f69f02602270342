import { describe, expect, it } from 'vitest'
import { inputLimits, refuseShape } from '../../../src-main/ipc/input-shape.ts'

describe('the shape of an input, before any schema', () => {
  it.each([
    undefined,
    null,
    'text',
    1,
    true,
    [],
    { a: [{ b: null }], c: undefined },
    { text: 'x'.repeat(inputLimits.size - 'text'.length) },
  ])('lets plain data pass (%#)', (input) => expect(refuseShape(input)).toBeNull())

  it.each([
    ['an own key __proto__', JSON.parse('{"a":{"__proto__":{}}}'), 'name'],
    ['an own key constructor', { constructor: 1 }, 'name'],
    ['an own key prototype', [{ prototype: 1 }], 'name'],
    ['a text over the limit', 'x'.repeat(inputLimits.size + 1), 'large'],
    ['long keys', { ['x'.repeat(inputLimits.size + 1)]: 1 }, 'large'],
    ['a date', { at: new Date() }, 'object'],
    ['an object of a class', new Set(), 'object'],
    ['a function', { run: () => undefined }, 'value'],
    ['a symbol', Symbol('s'), 'value'],
  ])('refuses %s', (_, input: unknown, word) => expect(refuseShape(input)).toContain(word))

  it('does not quote what it refuses', () => {
    expect(refuseShape({ canary: { constructor: 'canary' } })).not.toContain('canary')
  })
})
