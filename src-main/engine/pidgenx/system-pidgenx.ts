import { existsSync } from 'node:fs'
import type { SystemKeyAnswer } from '../../contract/models/product-key-check.ts'
import { askPidGenX, olderRecords, type CallPidGenX, type PidGenXParts } from './ask-pidgenx.ts'

/** Five digits that PidGenX puts into the product ID it makes; that ID is not read. */
const productCode = '00000'

const load = async (library: string): Promise<CallPidGenX> => {
  const koffi = await import('koffi')
  const pidGenX = koffi
    .load(library)
    .func('__stdcall', 'PidGenX', 'int32', ['str16', 'str16', 'str16', 'int32', 'void *', 'void *', 'void *'])
  return (key, configuration, record) =>
    new Promise((resolve, reject) => {
      const [productId, productId3] = olderRecords()
      const done = (error: unknown, code: unknown): void =>
        typeof code === 'number' ? resolve(code >>> 0) : reject(new Error('PidGenX did not answer.', { cause: error }))
      pidGenX.async(key, configuration, productCode, 0, productId, productId3, record, done)
    })
}

const systemParts = (): PidGenXParts => ({
  exists: existsSync,
  load,
  systemRoot: process.platform === 'win32' ? process.env['SystemRoot'] : undefined,
})

/** What this computer's Windows says of a product key. Never throws; runs in an engine, which may be killed for it. */
export const askSystemPidGenX = (key: string): Promise<SystemKeyAnswer> => askPidGenX(key, systemParts())
