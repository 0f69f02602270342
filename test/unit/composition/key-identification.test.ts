import { expect, it } from 'vitest'
import { createKeyIdentification } from '../../../src-main/composition/key-identification.ts'
import type { SystemKeyAnswer } from '../../../src-main/contract/models/product-key-check.ts'

const key = 'F4K3Y-F4K3Y-F4K3Y-F4K3Y-M8KCT'
const { signal } = new AbortController()
const engine = (answer: () => Promise<SystemKeyAnswer>) => {
  const asked: string[] = []
  return {
    asked,
    pool: {
      identifyKey: (text: string) => {
        asked.push(text)
        return answer()
      },
    },
  }
}
const told: SystemKeyAnswer = { outcome: 'told', channel: 'Volume:MAK', kind: 'mak', edition: null }

it('hands the key to the engine in one spelling', async () => {
  const { asked, pool } = engine(() => Promise.resolve(told))
  expect(await createKeyIdentification(pool, 'win32').identify(`MAK: ${key.toLowerCase()}`, signal)).toEqual(told)
  expect(asked).toEqual([key])
})

it('starts no engine outside Windows, nor for what is no key', async () => {
  const { asked, pool } = engine(() => Promise.resolve(told))
  const elsewhere = await createKeyIdentification(pool, 'linux').identify(key, signal)
  const noKey = await createKeyIdentification(pool, 'win32').identify('no key', signal)
  expect([elsewhere.outcome, noKey.outcome]).toEqual(['not-available', 'not-available'])
  expect(asked).toEqual([])
})

it('survives an engine that dies or hangs over the question', async () => {
  const { pool } = engine(() => Promise.reject(new Error('engine lost')))
  expect(await createKeyIdentification(pool, 'win32').identify(key, signal)).toMatchObject({ outcome: 'not-available' })
})
