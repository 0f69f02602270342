import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppFailure } from '../../../src-main/contract/app-error.ts'
import { loadComparisonKey } from '../../../src-main/store/comparison-key.ts'
import { createSecretVault } from '../../../src-main/store/secret-vault.ts'

const key = 'BBBBB-CCCCC-DDDDD-FFFFF-GHJKM'
const vault = () => createSecretVault(Buffer.alloc(32, 7))

describe('the secret vault', () => {
  it('gives a secret back by its reference and shows only the last five characters', () => {
    const secrets = vault()
    const { ref, lastFive } = secrets.put('product-key', key)
    expect(ref).toMatch(/^secret:[0-9a-f-]{36}$/)
    expect(lastFive).toBe('GHJKM')
    expect(secrets.get(ref)).toBe(key)
  })

  it('shows nothing of a password or of a text too short to be a key', () => {
    const secrets = vault()
    expect(secrets.put('password', 'BBBBBCCCCCDDDDDFFFFFGHJKM').lastFive).toBeNull()
    expect(secrets.put('product-key', 'SHORT').lastFive).toBeNull()
  })

  it('asks again for what was forgotten', () => {
    const secrets = vault()
    const { ref } = secrets.put('product-key', key)
    secrets.forget(ref)
    expect(() => secrets.get(ref)).toThrow(AppFailure)
    expect(secrets.kindOf(ref)).toBeNull()
    expect(secrets.fingerprint(ref)).toBeNull()
  })

  it('recognises the same key typed another way, and no other', () => {
    const secrets = vault()
    const print = secrets.fingerprint(secrets.put('product-key', key).ref) ?? ''
    expect(secrets.matches(secrets.put('product-key', 'bbbbbcccccdddddfffffghjkm').ref, print)).toBe(true)
    expect(secrets.matches(secrets.put('product-key', key.replace('DDDDD', 'DDDDF')).ref, print)).toBe(false)
    expect(secrets.matches(secrets.put('product-key', key).ref, 'no hash')).toBe(false)
  })

  it('makes fingerprints that are worthless without this installation’s key, and none of passwords', () => {
    const one = createSecretVault(Buffer.alloc(32, 1))
    const two = createSecretVault(Buffer.alloc(32, 2))
    const print = (secrets: ReturnType<typeof vault>) => secrets.fingerprint(secrets.put('product-key', key).ref)
    expect(print(one)).not.toBe(print(two))
    expect(one.fingerprint(one.put('password', 'summer').ref)).toBeNull()
    expect(one.fingerprint(one.put('confirmation-id', '123456'.repeat(8)).ref)).toBeNull()
  })

  it('names every secret in use to those who mask texts, and none that was forgotten', () => {
    const secrets = vault()
    secrets.put('product-key', key)
    secrets.forget(secrets.put('password', 'p.ss(word').ref)
    expect(secrets.values()).toEqual([key])
  })
})

describe('the comparison key', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'vault-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('is made once, kept for the owner alone and read again', () => {
    const path = join(folder, 'data', 'comparison.key')
    const first = loadComparisonKey(path)
    expect(first).toHaveLength(32)
    expect(loadComparisonKey(path).equals(first)).toBe(true)
    expect(readFileSync(path).equals(first)).toBe(true)
    const ownerAlone = process.platform === 'win32' ? statSync(path).mode & 0o777 : 0o600
    expect(statSync(path).mode & 0o777).toBe(ownerAlone)
  })

  it('is made anew where the file was damaged', () => {
    const path = join(folder, 'comparison.key')
    writeFileSync(path, 'short')
    expect(loadComparisonKey(path)).toHaveLength(32)
  })

  it('says so where it cannot be written', () => {
    writeFileSync(join(folder, 'file'), '')
    expect(() => loadComparisonKey(join(folder, 'file', 'comparison.key'))).toThrow(AppFailure)
  })
})
