import { describe, expect, it } from 'vitest'
import { Turns } from '../../../src-main/engine/turns.ts'

/** Work that ends when the test says so. */
const workshop = () => {
  const turns = new Turns()
  const begun: string[] = []
  const ends = new Map<string, PromiseWithResolvers<string>>()
  const take = (name: string, most: number): Promise<string> =>
    turns.take(most, () => {
      begun.push(name)
      const end = Promise.withResolvers<string>()
      ends.set(name, end)
      return end.promise
    })
  return {
    begun,
    take,
    end: (name: string) => ends.get(name)?.resolve(name),
    fail: (name: string) => ends.get(name)?.reject(new Error(name)),
  }
}

describe('the turns of readings in an engine', () => {
  it('begins what waits in its order, when something before it has ended', async () => {
    const { begun, take, end } = workshop()
    const [first, second, third, fourth] = ['a', 'b', 'c', 'd'].map((name) => take(name, 2))
    expect(begun).toEqual(['a', 'b'])
    end('b')
    expect(await second).toBe('b')
    expect(begun).toEqual(['a', 'b', 'c'])
    end('a')
    end('c')
    expect(await Promise.all([first, third])).toEqual(['a', 'c'])
    expect(begun).toEqual(['a', 'b', 'c', 'd'])
    end('d')
    expect(await fourth).toBe('d')
  })

  it('gives the turn of work that fails to the next', async () => {
    const { begun, take, end, fail } = workshop()
    const [first, second] = ['a', 'b'].map((name) => take(name, 1))
    fail('a')
    await expect(first).rejects.toThrow('a')
    expect(begun).toEqual(['a', 'b'])
    end('b')
    expect(await second).toBe('b')
  })

  it('keeps what comes late behind what waits, whatever it allows', async () => {
    const { begun, take, end } = workshop()
    const first = take('a', 1)
    const second = take('b', 1)
    const third = take('c', 5)
    expect(begun).toEqual(['a'])
    end('a')
    await first
    expect(begun).toEqual(['a', 'b', 'c'])
    end('b')
    end('c')
    expect(await Promise.all([second, third])).toEqual(['b', 'c'])
  })
})
