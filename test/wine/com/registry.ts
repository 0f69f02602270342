import { spawnSync } from 'node:child_process'
import type { WmiSession } from '../../../src-main/wmi/wmi-session.ts'

/** HKEY_LOCAL_MACHINE as StdRegProv takes it: an unsigned number above 2^31. */
export const localMachine = 0x80000002
export const testKey = 'SOFTWARE\\ActivationFieldKitTest'

/** Calls a StdRegProv method on a value of the test key. */
export const registry = (session: WmiSession, method: string, input: Record<string, string | number>) =>
  session.call('StdRegProv', method, { hDefKey: localMachine, sSubKeyName: testKey, ...input })

/** What Wine's own reg says of a value of the test key: type and data; undefined where there is none. */
export const regQuery = (name: string, key = testKey): string | undefined => {
  const { stdout } = spawnSync('reg', ['query', `HKLM\\${key}`, '/v', name], { encoding: 'latin1' })
  const line = stdout.split(/\r?\n/).find((candidate) => candidate.includes('REG_'))
  return line?.trim().split(/\s+/).slice(1).join(' ')
}
