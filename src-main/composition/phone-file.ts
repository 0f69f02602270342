import { readFile } from 'node:fs/promises'
import { win32 } from 'node:path'
import type { TargetRef } from '../contract/models/target.ts'
import { parsePhoneNumbers, phoneFile, type ActivationPhone } from '../licensing/phone-numbers.ts'
import { decodeText } from '../licensing/text-encoding.ts'

/** Where phone.inf of a target can be read from here: the own Windows folder, or the share ADMIN$; null for the Lab. */
export const phoneFileOf = (target: TargetRef, systemRoot: string | undefined): string | null => {
  switch (target.place) {
    case 'this-computer':
      return systemRoot === undefined ? null : win32.join(systemRoot, phoneFile)
    case 'network':
      // With an account of its own the share would be opened as somebody else.
      return systemRoot === undefined || target.credential !== undefined
        ? null
        : `\\\\${target.host}\\ADMIN$\\${phoneFile}`
    case 'lab':
      return null
  }
}

/**
 * The telephone numbers of a target's phone.inf; null where it cannot be read or has another form. Never throws: the
 * numbers are a help, and Windows shows them itself (slui 4). Only on Windows is there such a file.
 */
export const readActivationPhones = async (
  target: TargetRef,
  systemRoot: string | undefined = process.env['SystemRoot'],
  read: (path: string) => Promise<Uint8Array> = readFile,
): Promise<readonly ActivationPhone[] | null> => {
  const path = phoneFileOf(target, systemRoot)
  if (path === null) return null
  try {
    const text = decodeText(await read(path))
    return text === null ? null : parsePhoneNumbers(text)
  } catch {
    return null
  }
}
