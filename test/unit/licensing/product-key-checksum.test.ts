import { describe, expect, it } from 'vitest'
import { hasValidChecksum } from '../../../src-main/licensing/product-key-checksum.ts'
import { keyCharacters } from '../../../src-main/licensing/product-key-alphabet.ts'
import { parseProductKey } from '../../../src-main/licensing/product-key.ts'
import { setupKeys } from '../../../src-main/licensing/setup-keys.ts'

const checksumOf = (typed: string): boolean | null => {
  const parsed = parseProductKey(typed)
  if (parsed.outcome !== 'key') throw new Error(`not a key: ${JSON.stringify(parsed)}`)
  return hasValidChecksum(parsed.key)
}

const isNew = (version: string): boolean => version !== '6.0' && version !== '6.1'
const newKeys = [...new Set(setupKeys.filter(({ version }) => isNew(version)).map(({ key }) => key))]
const oldKeys = [...new Set(setupKeys.filter(({ version }) => !isNew(version)).map(({ key }) => key))]

describe('the checksum of product keys', () => {
  it.each(newKeys)('holds for the setup key %s', (key) => {
    expect(checksumOf(key)).toBe(true)
  })

  it('covers a list of keys that is not empty', () => {
    expect(newKeys.length).toBeGreaterThan(50)
    expect(oldKeys.length + newKeys.length).toBe(83)
  })

  it.each(oldKeys)('does not exist in the older setup key %s', (key) => {
    expect(checksumOf(key)).toBeNull()
  })

  it('catches nearly every single mistyped character, and tells them all apart from the original', () => {
    let tried = 0
    let missed = 0
    for (const key of newKeys.slice(0, 12)) {
      for (const [place, original] of [...key].entries()) {
        if (original === '-' || original === 'N') continue
        for (const other of keyCharacters.replace('N', '')) {
          if (other === original) continue
          tried += 1
          if (checksumOf(key.slice(0, place) + other + key.slice(place + 1)) !== false) missed += 1
        }
      }
    }
    expect(tried).toBe(12 * 24 * 23)
    // Ten bits of checksum let about one error in 1,024 through.
    expect(missed / tried).toBeLessThan(0.004)
  })

  it('catches neighbours typed in the wrong order', () => {
    let tried = 0
    let missed = 0
    for (const key of newKeys) {
      for (let place = 0; place < key.length - 1; place += 1) {
        const [first = '', second = ''] = [key[place], key[place + 1]]
        if (first === second || first === '-' || second === '-') continue
        tried += 1
        if (checksumOf(key.slice(0, place) + second + first + key.slice(place + 2)) !== false) missed += 1
      }
    }
    expect(tried).toBeGreaterThan(900)
    expect(missed / tried).toBeLessThan(0.005)
  })
})
