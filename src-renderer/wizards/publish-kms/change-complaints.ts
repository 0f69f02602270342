import type { AppError } from '../../../src-main/contract/app-error.ts'
import type { Finding } from '../../../src-main/contract/models/finding.ts'
import { way as words } from '../../strings/publish-dns/change.ts'
import type { WayFields } from './change-draft.ts'

/** Fields of the step "Record". */
export const recordFields = ['domain', 'target', 'port', 'priority', 'weight', 'ttl'] as const
/** Fields of the step "How to write it", by the names that main uses too. */
export const wayFields = [
  'server',
  'port',
  'zone',
  'user',
  'password',
  'tsigName',
  'tsigAlgorithm',
  'tsigSecret',
] as const

type RecordField = (typeof recordFields)[number]
type WayField = (typeof wayFields)[number]

/** What is wrong with a field, and on which step it stands. */
export type ChangeComplaint =
  | { readonly step: 'record'; readonly field: RecordField; readonly message: string }
  | { readonly step: 'way'; readonly field: WayField; readonly message: string }

/** Problem and remedy in one text, as it stands below a field. */
export const withRemedy = ({ message, remedy }: { readonly message: string; readonly remedy?: string | undefined }) =>
  remedy === undefined ? message : `${message} ${remedy}`

const within = <T extends string>(fields: readonly T[], name: string): T | undefined =>
  fields.find((field) => field === name)

/** What went wrong on the way, such as a refused account, is more than one field and is shown as a whole. */
const isAboutInput = ({ code }: AppError): boolean => code === 'invalid-input' || code === 'not-found'

/** The complaint that an error of main's stands for; null where it names no field of this wizard. */
export const complaintFrom = (error: AppError): ChangeComplaint | null => {
  if (error.field === undefined || !isAboutInput(error)) return null
  const message = withRemedy(error)
  const inRecord = /^changes\.\d+\.(?:record\.)?(\w+)$/.exec(error.field)?.[1]
  if (inRecord !== undefined) {
    const field = within(recordFields, inRecord)
    return field === undefined ? null : { step: 'record', field, message }
  }
  // A server that holds no zone for the domain is the wrong server, as a rule.
  const field = within(wayFields, error.field === 'domain' ? 'server' : error.field)
  return field === undefined ? null : { step: 'way', field, message }
}

/** What a check calls a problem of a field of the record; null where nothing is. */
export const problemOf = (findings: readonly Finding[], field: string) => {
  const found = findings.find((finding) => finding.level === 'problem' && finding.field === field)
  return found === undefined ? null : { field, message: withRemedy(found) }
}

/** The first field of a record that a check calls a problem. */
export const recordComplaint = (findings: readonly Finding[]): ChangeComplaint | null => {
  for (const field of recordFields) {
    const found = problemOf(findings, field)
    if (found !== null) return { step: 'record', field, message: found.message }
  }
  return null
}

// The same shape as HostName in the contract, which the window cannot import without zod.
const hostShape = /^[A-Za-z0-9_]([A-Za-z0-9_.:-]*[A-Za-z0-9_])?$/

/** What is wrong with the way, before main is asked; null where nothing is. */
export const wayComplaint = (way: WayFields): ChangeComplaint | null => {
  const at = (field: WayField, message: string): ChangeComplaint => ({ step: 'way', field, message })
  const { complaints } = words
  const server = way.server.trim()
  if (server === '') return at('server', complaints.serverMissing)
  if (way.kind === 'microsoft-dns') {
    if (server.length > 255 || !hostShape.test(server)) return at('server', complaints.serverMalformed(server))
    if (way.user.trim() === '' && way.password !== '') return at('user', complaints.userMissing)
    if (way.user.trim() !== '' && way.password === '')
      return at('password', complaints.passwordMissing(way.user.trim()))
    return null
  }
  if (way.signed && way.keyName.trim() === '') return at('tsigName', complaints.keyNameMissing)
  if (way.signed && way.secret.trim() === '') return at('tsigSecret', complaints.secretMissing)
  return null
}
