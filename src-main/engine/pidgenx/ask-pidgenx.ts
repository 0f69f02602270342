import type { SystemKeyAnswer } from '../../contract/models/product-key-check.ts'
import { emptyRecord, olderRecordSizes, readProductIdRecord, recordSize } from './product-id-record.ts'

/** One question to PidGenX: fills `record` and resolves with the HRESULT as unsigned number. */
export type CallPidGenX = (key: string, configuration: string, record: Buffer) => Promise<number>

/** What asking needs of the computer that the app runs on. */
export interface PidGenXParts {
  /** Whether a file is there. */
  exists(path: string): boolean
  /** Loads a library and gives its PidGenX. Throws where it cannot be loaded. */
  load(library: string): Promise<CallPidGenX>
  /** Windows' folder; undefined outside Windows. */
  readonly systemRoot: string | undefined
}

/** The product lists that a Windows has: that of its keys, and since Windows 8 another one for KMS host keys. */
const configurations = ['pkeyconfig.xrm-ms', 'pkeyconfig-csvlk.xrm-ms']
/** Facility of the codes with which PidGenX says that a list does not know a key (0x8A010101 and its like). */
const unknownKeyFacility = 0x8a010000

const notAvailable = (reason: string): SystemKeyAnswer => ({ outcome: 'not-available', reason })

/**
 * Asks the system's own pidgenx.dll what kind of key it is. That library is not documented by Microsoft; its signature and
 * record are as open-source key checkers publish them, so that every answer is a help and never a proof. Never throws.
 */
export const askPidGenX = async (key: string, parts: PidGenXParts): Promise<SystemKeyAnswer> => {
  const { systemRoot } = parts
  if (systemRoot === undefined) return notAvailable('The app does not run on Windows.')
  const library = `${systemRoot}\\System32\\pidgenx.dll`
  if (!parts.exists(library)) return notAvailable('This Windows has no pidgenx.dll.')
  const lists = configurations
    .map((name) => `${systemRoot}\\System32\\spp\\tokens\\pkeyconfig\\${name}`)
    .filter((path) => parts.exists(path))
  if (lists.length === 0) return notAvailable('This Windows has no list of its product keys.')
  try {
    const call = await parts.load(library)
    for (const list of lists) {
      const record = emptyRecord(recordSize)
      const code = await call(key, list, record)
      const told = code === 0 ? readProductIdRecord(record) : undefined
      if (told) return told
      if (code !== 0 && (code & 0xffff0000) >>> 0 !== unknownKeyFacility)
        return notAvailable(`pidgenx.dll answered with code 0x${code.toString(16).toUpperCase().padStart(8, '0')}.`)
    }
    return { outcome: 'not-recognised' }
  } catch {
    // What a native library throws may quote its arguments, and the key is one of them.
    return notAvailable('pidgenx.dll could not be used.')
  }
}

/** Records that PidGenX fills beside the one that is read. */
export const olderRecords = (): readonly [productId: Buffer, productId3: Buffer] => [
  emptyRecord(olderRecordSizes.productId),
  emptyRecord(olderRecordSizes.productId3),
]
