import { AppFailure } from '../contract/app-error.ts'
import type { HostRegistryName, HostRegistryValue } from '../licensing/registry-file.ts'
import { hresultFromWin32 } from '../licensing/result-code.ts'
import { WmiError } from '../wmi/wmi-error.ts'
import { hostKeyPath } from './host-registry-key.ts'
import { describePrevious, type PreviousValue } from './registry-path.ts'
import { registryCodes, type Registry, type RegistryData } from './std-reg-prov.ts'

/** What a value was before it was written, for the journal and the way back. */
export interface PreviousHostValue {
  readonly name: HostRegistryName
  readonly previous: PreviousValue
}

/** A value that is to be written, or, with null, deleted. */
export type WantedHostValue = HostRegistryValue | { readonly name: HostRegistryName; readonly data: null }

const sameData = (left: RegistryData['data'], right: HostRegistryValue['data']): boolean =>
  Array.isArray(left) && Array.isArray(right)
    ? left.length === right.length && left.every((line, index) => line === right[index])
    : left === right

const isRight = (found: RegistryData | null, wanted: WantedHostValue): boolean => {
  if (wanted.data === null) return found === null
  return found?.type === wanted.type && sameData(found.data, wanted.data)
}

/** What the values are before the write. Reads only. Throws WmiError. */
export const previousHostValues = async (
  registry: Registry,
  names: readonly HostRegistryName[],
): Promise<readonly PreviousHostValue[]> => {
  const found: PreviousHostValue[] = []
  for (const name of names) found.push({ name, previous: await registry.value(hostKeyPath, name) })
  return found
}

/** The names of those values that are not as they should be. Reads only. Throws WmiError. */
export const wrongHostValues = async (
  registry: Registry,
  values: readonly WantedHostValue[],
): Promise<readonly HostRegistryName[]> => {
  const wrong: HostRegistryName[] = []
  for (const value of values) if (!isRight(await registry.value(hostKeyPath, value.name), value)) wrong.push(value.name)
  return wrong
}

const writeOne = async (registry: Registry, value: WantedHostValue): Promise<void> => {
  if (value.data !== null) return registry.set(hostKeyPath, value.name, value.data)
  const code = await registry.remove(hostKeyPath, value.name)
  if (code !== registryCodes.done && code !== registryCodes.notFound)
    throw new WmiError('call', hresultFromWin32(code), `DeleteValue failed with code ${code}.`)
}

/**
 * Writes those values that are not right yet, each once, and looks that they are. Throws WmiError; AppFailure
 * `wmi-failed` where Windows reported no error and a value is another one.
 */
export const writeHostValues = async (registry: Registry, values: readonly WantedHostValue[]): Promise<void> => {
  const wrong = await wrongHostValues(registry, values)
  for (const value of values) if (wrong.includes(value.name)) await writeOne(registry, value)
  const left = await wrongHostValues(registry, values)
  if (left.length === 0) return
  throw new AppFailure({
    code: 'wmi-failed',
    message: `Windows reported no error, but these registry values are not as they were written: ${left.join(', ')}.`,
    remedy: 'Check that the account may write to the registry of the computer, and that no policy sets these values.',
    retryable: false,
  })
}

/** What the values were before, in words: "DnsDomainPublishList: there was no such value before". */
export const describePreviousHostValues = (previous: readonly PreviousHostValue[]): string =>
  previous.map(({ name, previous: value }) => `${name}: ${describePrevious(value)}`).join('; ')
