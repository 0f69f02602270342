import { AppFailure, type AppError } from '../contract/app-error.ts'
import type { Finding } from '../contract/models/finding.ts'
import { guidFault, plainGuid } from '../licensing/activation-id.ts'
import { text, type CimObject } from '../wmi/cim-values.ts'
import { WmiError } from '../wmi/wmi-error.ts'
import { objectPath, wqlString } from '../wmi/wql.ts'
import type { ActionContext } from './action.ts'
import { hasProperty, type LicensingClass } from './class-members.ts'
import { findLicensingService } from './licensing-reader.ts'

/** What an option of slmgr acts on: the licensing service, or one product by its activation ID (slmgr.md 1.4). */
export interface LicensingObject {
  readonly className: LicensingClass
  readonly path: string
  /** Null for the service. */
  readonly activationId: string | null
  /** For sentences: the product's name, or "the computer". */
  readonly name: string
}

const notFound = (activationId: string): AppFailure =>
  new AppFailure({
    code: 'not-found',
    field: 'activationId',
    message: `No product with the activation ID ${activationId} is known to Windows on the computer.`,
    remedy: 'Look for the ID in the list of all products (slmgr /dlv all).',
    retryable: false,
  })

/** Throws AppFailure where there is a fault. */
export const refuseFault = (fault: AppError | null): void => {
  if (fault !== null) throw new AppFailure(fault)
}

/** An error that is known before anything runs as a finding that stops a plan. */
export const faultFinding = ({ code, message, remedy, field, hresult }: AppError): Finding => ({
  check: field === undefined ? code : `input-${field}`,
  level: 'problem',
  message,
  ...(remedy === undefined ? {} : { remedy }),
  ...(field === undefined ? {} : { field }),
  ...(hresult === undefined ? {} : { hresult }),
})

/**
 * Finds what an option acts on: without an ID the service itself, else the product with that ID, whether it has a key or
 * not. Throws AppFailure `invalid-input` where the ID is no GUID, `not-found` where there is no such product; WmiError.
 */
export const findLicensingObject = async (
  context: ActionContext,
  activationId: string | null,
): Promise<LicensingObject> => {
  if (activationId === null) {
    const { path } = await findLicensingService(context)
    return { className: 'SoftwareLicensingService', path, activationId: null, name: 'the computer' }
  }
  refuseFault(guidFault(activationId))
  const wanted = plainGuid(activationId)
  const session = await context.session('root\\cimv2')
  const wql = `SELECT ID, Name FROM SoftwareLicensingProduct WHERE ID = ${wqlString(wanted)}`
  const [row] = await session.query(wql, context.signal)
  if (row === undefined) throw notFound(wanted)
  const id = text(row, 'ID')
  return {
    className: 'SoftwareLicensingProduct',
    path: objectPath('SoftwareLicensingProduct', 'ID', id),
    activationId: id,
    name: text(row, 'Name'),
  }
}

const selection = (object: LicensingObject, columns: readonly string[]): string =>
  object.activationId === null
    ? `SELECT ${['Version', ...columns].join(', ')} FROM SoftwareLicensingService`
    : `SELECT ${['ID', ...columns].join(', ')} FROM SoftwareLicensingProduct WHERE ID = ${wqlString(object.activationId)}`

/**
 * Reads properties of the object; those of `optional` are absent from the row where the Windows version lacks them.
 * Throws WmiError.
 */
export const readLicensingObject = async (
  context: ActionContext,
  object: LicensingObject,
  columns: readonly string[],
  optional: readonly string[] = [],
): Promise<CimObject> => {
  const session = await context.session('root\\cimv2')
  try {
    const [row = {}] = await session.query(selection(object, [...columns, ...optional]), context.signal)
    return row
  } catch (thrown) {
    if (optional.length === 0 || !(thrown instanceof WmiError) || thrown.code !== 'wmi-invalid-query') throw thrown
    return readLicensingObject(context, object, columns)
  }
}

/** A property that tells whether a Windows version can do something, with the sentence for one that cannot. */
export interface VersionGate {
  readonly className: LicensingClass
  readonly property: string
  /** For example "Looking for KMS hosts in another domain needs Windows 8 or Windows Server 2012, or later." */
  readonly message: string
  readonly remedy: string
}

/** Throws AppFailure `unsupported-version` where the Windows version lacks what is needed; WmiError. */
export const requireVersion = async (context: ActionContext, gate: VersionGate | null): Promise<void> => {
  if (gate === null || (await hasProperty(context, gate.className, gate.property))) return
  throw new AppFailure({
    code: 'unsupported-version',
    message: gate.message,
    remedy: gate.remedy,
    detail: `${gate.className} has no property ${gate.property}.`,
    retryable: false,
  })
}

/** The finding for a Windows version that lacks what is needed; empty where it has it. Throws WmiError. */
export const versionFindings = async (context: ActionContext, gate: VersionGate | null): Promise<readonly Finding[]> =>
  gate === null || (await hasProperty(context, gate.className, gate.property))
    ? []
    : [
        {
          check: 'needs-version',
          level: 'problem',
          message: gate.message,
          remedy: gate.remedy,
          detail: `${gate.className} has no property ${gate.property}.`,
        },
      ]

/** What can be seen before an option is used on an object: a wrong or unknown activation ID. Throws WmiError. */
export const objectFindings = async (
  context: ActionContext,
  activationId: string | null,
): Promise<readonly Finding[]> => {
  try {
    if (activationId !== null) await findLicensingObject(context, activationId)
    return []
  } catch (thrown) {
    if (!(thrown instanceof AppFailure)) throw thrown
    return [faultFinding(thrown.error)]
  }
}
