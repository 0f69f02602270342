import type { RegistryData } from '../deed.ts'
import { psList, psString } from './ps-text.ts'

const dataOf = (value: RegistryData): string => {
  switch (value.type) {
    case 'REG_SZ':
      return `-Text ${psString(value.data)}`
    case 'REG_DWORD':
      return `-Number ${value.data}`
    case 'REG_MULTI_SZ':
      return `-Lines ${psList(value.data)}`
  }
}

/** Where a registry value is and what it holds; null stands for none. */
export const registryArguments = (path: string, name: string, value: RegistryData | null): string =>
  `-Path ${psString(path)} -Name ${psString(name)}${value === null ? '' : ` ${dataOf(value)}`}`

/** The value in which Windows keeps the DNS suffix search list, with commas between the suffixes. */
export const suffixValue = (suffixes: readonly string[]): string =>
  registryArguments(String.raw`SYSTEM\CurrentControlSet\Services\Tcpip\Parameters`, 'SearchList', {
    type: 'REG_SZ',
    data: suffixes.join(','),
  })
