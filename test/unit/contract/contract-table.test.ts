import { describe, expect, it } from 'vitest'
import { channels, isChannelName } from '../../../src-main/contract/channels.ts'
import { contract } from '../../../src-main/contract/table.ts'

describe('the contract', () => {
  it('has schemas for exactly the channels that the bridge knows, with the same verbs', () => {
    const verbs = Object.fromEntries(Object.entries(contract).map(([name, entry]) => [name, entry.verb]))
    expect(verbs).toEqual(channels)
  })

  it('does not take names from the prototype for channels', () => {
    for (const name of ['__proto__', 'constructor', 'hasOwnProperty', 'toString'])
      expect(isChannelName(name)).toBe(false)
    expect(isChannelName('plans.commit')).toBe(true)
  })

  it('refuses unknown fields in the input of every channel that has an input', () => {
    const accepting = Object.entries(contract)
      .filter(([, { input }]) => !input.safeParse(undefined).success)
      .filter(([, { input }]) => {
        const result = input.safeParse({ smuggled: true })
        return (
          result.success ||
          !result.error.issues.some((issue) => ['unrecognized_keys', 'invalid_union'].includes(issue.code))
        )
      })
      .map(([name]) => name)
    expect(accepting).toEqual([])
  })
})
