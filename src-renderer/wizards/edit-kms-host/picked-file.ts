import { fail, ok, type Result } from '../../../src-main/contract/app-error.ts'
import type { Bridge } from '../../bridge/create-bridge.ts'
import { toBase64 } from '../../format/base64.ts'
import { editHost as words } from '../../strings/edit-kms-host.ts'
import type { PickedFile } from './edit-fields.ts'

/** The most bytes of a file that main reads: 512 KiB. */
const largest = 512 * 1024

/** Reads a picked .reg file and has main say what it holds. The path stays with the browser; main gets the bytes alone. */
export const readPickedFile = async (bridge: Bridge, file: File): Promise<Result<PickedFile>> => {
  if (file.size > largest) {
    const message = words.fileTooLarge(file.name, Math.ceil(file.size / 1024))
    return fail({ code: 'invalid-input', message, remedy: words.fileTooLargeRemedy, field: 'file', retryable: false })
  }
  const bytes = toBase64(new Uint8Array(await file.arrayBuffer()))
  const check = await bridge.call('registryFile.parse', { bytes })
  return check.ok ? ok({ name: file.name, check: check.value }) : check
}
