import type { AppError } from '../../../../src-main/contract/app-error.ts'
import type { BindFields } from './bind-store.ts'

const plainFields = ['domain', 'zone', 'port', 'priority', 'weight', 'ttl', 'keyName', 'server'] as const

/** Main names the kind of field alone; which host is meant stands in the message, or its field is empty. */
const hostField = (name: string, message: string, hosts: BindFields['hosts']): string | null => {
  const member = name === 'target' ? 'target' : name.startsWith('address') ? 'address' : null
  if (member === null) return null
  const quoted = hosts.findIndex((host) => host[member].trim() !== '' && message.includes(`"${host[member].trim()}"`))
  const empty = hosts.findIndex((host) => host[member].trim() === '')
  return `hosts.${Math.max(0, quoted >= 0 ? quoted : empty)}.${member}`
}

/** The field of the form that an error names, with problem and remedy; null where it names none of them. */
export const bindComplaint = (
  error: AppError | null,
  hosts: BindFields['hosts'],
): { readonly field: string; readonly message: string } | null => {
  const name = error?.field
  if (error === null || name === undefined) return null
  const field = plainFields.find((plain) => plain === name) ?? hostField(name, error.message, hosts)
  if (field === null) return null
  return { field, message: [error.message, error.remedy ?? ''].join(' ').trim() }
}
