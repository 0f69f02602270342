import type { ConfigureClientDraft } from '../../../src-main/contract/models/configure-client-draft.ts'
import type { ActivationType, LicenseSnapshot } from '../../../src-main/contract/models/license-snapshot.ts'
import type { TargetRef } from '../../../src-main/contract/models/target.ts'
import { configureClient as words } from '../../strings/configure-client/options.ts'
import type { FieldComplaint } from '../target-step/target-machine.ts'

/** What is typed and chosen on the page "Settings". `keep` leaves a setting as it is; texts outlive another choice. */
export interface ClientFields {
  readonly discovery: 'keep' | 'automatic' | 'fixed'
  readonly host: string
  /** Empty stands for 1688. */
  readonly port: string
  readonly lookup: 'keep' | 'own' | 'domain'
  readonly lookupDomain: string
  readonly caching: 'keep' | 'on' | 'off'
  readonly activationType: 'keep' | ActivationType
  readonly suffixes: 'keep' | 'list'
  /** One suffix per line. */
  readonly dnsSuffixes: string
  readonly activate: boolean
}

/** Nothing is changed, and the computer is activated: what people want most. */
export const unchangedFields: ClientFields = {
  discovery: 'keep',
  host: '',
  port: '',
  lookup: 'keep',
  lookupDomain: '',
  caching: 'keep',
  activationType: 'keep',
  suffixes: 'keep',
  dnsSuffixes: '',
  activate: true,
}

/** Names of the fields that main can find fault with. */
export const clientFieldNames: readonly string[] = ['host', 'port', 'lookupDomain', 'dnsSuffixes']

/** The lines of a typed list, without blanks around them. A comma and a semicolon part entries as well. */
export const suffixLines = (typed: string): readonly string[] =>
  typed
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

const isUnchanged = ({ discovery, lookup, caching, activationType, suffixes, activate }: ClientFields): boolean =>
  !activate && [discovery, lookup, caching, activationType, suffixes].every((choice) => choice === 'keep')

/** What is missing before main is asked; what is wrong with a text is main's to say. Null where nothing is. */
export const clientComplaint = (fields: ClientFields): FieldComplaint | null => {
  if (fields.discovery === 'fixed' && fields.host.trim() === '')
    return { field: 'host', message: words.complaints.hostMissing }
  if (fields.discovery === 'fixed' && fields.port.trim() !== '' && !/^\d{1,5}$/.test(fields.port.trim()))
    return { field: 'port', message: words.complaints.portMalformed(fields.port.trim()) }
  if (fields.lookup === 'domain' && fields.lookupDomain.trim() === '')
    return { field: 'lookupDomain', message: words.complaints.domainMissing }
  if (isUnchanged(fields)) return { field: 'activate', message: words.complaints.nothing }
  return null
}

/** The draft that main turns into a plan. */
export const clientDraft = (fields: ClientFields, target: TargetRef): ConfigureClientDraft => ({
  ...clientSettings(fields),
  target,
})

/** The draft without a computer: the same for many. */
export const clientSettings = (fields: ClientFields): Omit<ConfigureClientDraft, 'target'> => ({
  wizard: 'configure-client',
  discovery:
    fields.discovery === 'fixed' ? { mode: 'fixed', host: fields.host, port: fields.port } : { mode: fields.discovery },
  lookupDomain: fields.lookup === 'domain' ? { mode: 'domain', domain: fields.lookupDomain } : { mode: fields.lookup },
  hostCaching: fields.caching === 'keep' ? null : fields.caching === 'on',
  activationType: fields.activationType === 'keep' ? null : fields.activationType,
  dnsSuffixes: fields.suffixes === 'keep' ? null : [...suffixLines(fields.dnsSuffixes)],
  activate: fields.activate,
})

/** Whether a fixed host and a lookup domain would both be set; Windows then looks at the host alone. */
export const isContradictory = (fields: ClientFields, snapshot: LicenseSnapshot | null): boolean => {
  const { host = null, lookupDomain = null } = snapshot?.kmsClient ?? {}
  const isFixed = fields.discovery === 'keep' ? host !== null : fields.discovery === 'fixed'
  const isLookedUp = fields.lookup === 'keep' ? lookupDomain !== null : fields.lookup === 'domain'
  return isFixed && isLookedUp
}
