import { AppFailure, type AppError } from '../../contract/app-error.ts'
import type { DirectoryQuestion } from '../../contract/models/estate-adding.ts'
import { text, textOrNull, type CimObject } from '../../wmi/cim-values.ts'
import { WmiError } from '../../wmi/wmi-error.ts'
import type { Credential, Site } from '../../wmi/wmi-session.ts'
import { wqlString } from '../../wmi/wql.ts'
import { failureValue } from '../failure-value.ts'
import { domainOf, isInOu, ouPathOf } from './distinguished-name.ts'
import { EntryCollector, type Collected } from './entry-collector.ts'
import { createPace } from './pace.ts'

/** The namespace of Windows' directory provider: every computer of a domain can ask through it. */
export const directoryNamespace = String.raw`root\directory\LDAP`

/** A name filter as LIKE has it: `*` is any text, what LIKE itself would take for a sign stands in brackets. */
const likePattern = (name: string): string => name.replace(/[[%_]/g, '[$&]').replaceAll('*', '%')

/** The query for the computers of a domain. The OU is looked for in the answer: the provider cannot be asked for it. */
export const directoryQuery = (name: string | null): string => {
  const columns = 'DS_cn, DS_dNSHostName, DS_operatingSystem, DS_distinguishedName'
  const pattern = name === null || name === '' || name === '*' ? null : likePattern(name)
  if (pattern === null) return `SELECT ${columns} FROM ds_computer`
  const sign = pattern.includes('%') || pattern.includes('[') ? 'LIKE' : '='
  return `SELECT ${columns} FROM ds_computer WHERE DS_cn ${sign} ${wqlString(pattern)}`
}

const remedies: Partial<Record<AppError['code'], string>> = {
  'access-denied':
    'Name a domain controller, and enter an account that may read the directory and use WMI there. A member server cannot pass an account on to the directory.',
  'wmi-invalid-class': 'Name a domain controller as the server: this computer has no way into the directory.',
  'wmi-failed':
    'Name a domain controller as the server. A computer that is in no domain, or whose domain does not answer, cannot ask the directory.',
}

/** What asking the directory threw, in its own words where it can be said better. */
const directoryFailure = (thrown: unknown, server: string | null): unknown => {
  if (!(thrown instanceof WmiError)) return thrown
  const error = failureValue(thrown, server ?? undefined)
  const remedy = remedies[error.code] ?? error.remedy
  return new AppFailure(
    {
      ...error,
      message: `Active Directory could not be asked through ${server ?? 'this computer'}: ${error.message}`,
      ...(remedy === undefined ? {} : { remedy }),
      field: 'server',
    },
    { cause: thrown },
  )
}

const hostOf = (row: CimObject, dn: string): string => {
  const full = text(row, 'DS_dNSHostName')
  if (full !== '') return full
  const [name, domain] = [text(row, 'DS_cn'), domainOf(dn)]
  return domain === null ? name : `${name}.${domain}`
}

/**
 * The computers of a domain, by their names, with OU and Windows as the directory has them. At most `limit`; `limited` says
 * whether there are more. Throws AppFailure (field `server`) where the directory refuses.
 */
export const searchDirectory = async (
  site: Site,
  question: DirectoryQuestion,
  credential: Credential | undefined,
  signal: AbortSignal,
): Promise<Collected & { readonly limited: boolean }> => {
  const rows = await askDirectory(site, question, credential, signal)
  const wanted = rows
    .map((row) => ({ row, dn: text(row, 'DS_distinguishedName') }))
    .filter(({ dn }) => question.ou === null || isInOu(dn, question.ou))
    .map(({ row, dn }) => ({ row, dn, host: hostOf(row, dn) }))
    .toSorted((a, b) => (a.host.toLowerCase() < b.host.toLowerCase() ? -1 : 1))
  const collector = new EntryCollector()
  const pace = createPace(signal)
  for (const { row, dn, host } of wanted.slice(0, question.limit)) {
    const ou = ouPathOf(dn)
    const more = ou === null ? {} : { ou }
    collector.add({ line: null, name: host, osCaption: textOrNull(row, 'DS_operatingSystem'), ...more })
    await pace()
  }
  return { ...collector.collected(), limited: wanted.length > question.limit }
}

const askDirectory = async (
  site: Site,
  { server, name }: DirectoryQuestion,
  credential: Credential | undefined,
  signal: AbortSignal,
): Promise<readonly CimObject[]> => {
  try {
    const endpoint = { host: server, ...(credential === undefined ? {} : { credential }) }
    const session = await site.connect(endpoint, directoryNamespace, signal)
    try {
      return await session.query(directoryQuery(name), signal)
    } finally {
      void session.close()
    }
  } catch (thrown) {
    throw directoryFailure(thrown, server)
  }
}
