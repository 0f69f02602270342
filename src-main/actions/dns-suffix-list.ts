import { flag, property, text, type CimObject } from '../wmi/cim-values.ts'
import type { ActionContext } from './action.ts'

const texts = (row: CimObject, name: string): readonly string[] => {
  const value = property(row, name)
  return Array.isArray(value) ? value.map(String).filter((item) => item !== '') : []
}

/**
 * The DNS suffixes that the target searches names with, in their order (Win32_NetworkAdapterConfiguration; the list is
 * machine-wide, kms.md 9). Where no list is set Windows shows the computer's own domain. Throws WmiError.
 */
export const readSuffixList = async (context: ActionContext): Promise<readonly string[]> => {
  const session = await context.session('root\\cimv2')
  const wql = 'SELECT DNSDomainSuffixSearchOrder FROM Win32_NetworkAdapterConfiguration WHERE IPEnabled = TRUE'
  const rows = await session.query(wql, context.signal)
  return rows.map((row) => texts(row, 'DNSDomainSuffixSearchOrder')).find((list) => list.length > 0) ?? []
}

/** The DNS domain that the target is a member of; null in a workgroup. Throws WmiError. */
export const readOwnDomain = async (context: ActionContext): Promise<string | null> => {
  const session = await context.session('root\\cimv2')
  const [row = {}] = await session.query('SELECT Domain, PartOfDomain FROM Win32_ComputerSystem', context.signal)
  return flag(row, 'PartOfDomain') ? text(row, 'Domain').toLowerCase() || null : null
}
