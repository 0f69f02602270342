import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runtime } from '../runtime.mjs'
import { electronModule } from '../stand-in-object.mjs'
import { app } from './app.mjs'

const header = Buffer.from('v10')

/**
 * Electron asks the system (DPAPI, a keyring) for a key. Here a random key lies beside the user data: encrypted values
 * survive a restart, are unreadable without that file, and are protected from nobody who can read the folder.
 */
function key() {
  const path = join(app.getPath('userData'), 'stand-in-safe-storage.key')
  try {
    return readFileSync(path)
  } catch {
    mkdirSync(app.getPath('userData'), { recursive: true })
    const fresh = randomBytes(32)
    writeFileSync(path, fresh, { mode: 0o600 })
    return fresh
  }
}

/** @param {string} plainText */
function encrypt(plainText) {
  if (!runtime.ready) throw new Error('safeStorage cannot be used before app is ready')
  if (typeof plainText !== 'string') throw new TypeError('Error processing argument at index 0, conversion failure')
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key(), nonce)
  const body = Buffer.concat([cipher.update(plainText, 'utf8'), cipher.final()])
  return Buffer.concat([header, nonce, cipher.getAuthTag(), body])
}

/** @param {Buffer} encrypted */
function decrypt(encrypted) {
  if (!runtime.ready) throw new Error('safeStorage cannot be used before app is ready')
  try {
    const bytes = Buffer.from(encrypted)
    if (!bytes.subarray(0, 3).equals(header)) throw new Error('no header')
    const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(3, 15))
    decipher.setAuthTag(bytes.subarray(15, 31))
    return Buffer.concat([decipher.update(bytes.subarray(31)), decipher.final()]).toString('utf8')
  } catch {
    throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.')
  }
}

export const safeStorage = electronModule('safeStorage', {
  isEncryptionAvailable: () => runtime.ready,
  isAsyncEncryptionAvailable: async () => {
    await app.whenReady()
    return true
  },
  encryptString: encrypt,
  decryptString: decrypt,
  encryptStringAsync: async (/** @type {string} */ plainText) => encrypt(plainText),
  decryptStringAsync: async (/** @type {Buffer} */ encrypted) => ({
    result: decrypt(encrypted),
    shouldReEncrypt: false,
  }),
  getSelectedStorageBackend: () => 'basic_text',
  setUsePlainTextEncryption: () => {},
})
