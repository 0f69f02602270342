import { z } from 'zod'
import { defaultKmsPort } from '../licensing/kms-facts.ts'
import { textOrNull, uint } from '../wmi/cim-values.ts'
import type { ActionContext, CounterStep } from './action.ts'
import { readLicensingObject, type LicensingObject } from './licensing-object.ts'

/** The fixed KMS host as Windows shows it; port 0 where none is fixed (slmgr.md 7.1). */
export const FixedHost = z
  .object({
    host: z.string().nullable(),
    port: z.number().int().nonnegative(),
    /** Null also where the Windows version has no such setting. */
    lookupDomain: z.string().nullable(),
  })
  .strict()
export type FixedHost = z.infer<typeof FixedHost>

/** Evidence of the actions for it. */
export const FixedHostEvidence = z.object({ before: FixedHost }).strict()

/** Reads the fixed KMS host of the service or of a product. Throws WmiError. */
export const readFixedHost = async (context: ActionContext, object: LicensingObject): Promise<FixedHost> => {
  const row = await readLicensingObject(
    context,
    object,
    ['KeyManagementServiceMachine', 'KeyManagementServicePort'],
    ['KeyManagementServiceLookupDomain'],
  )
  return {
    host: textOrNull(row, 'KeyManagementServiceMachine'),
    port: uint(row, 'KeyManagementServicePort'),
    lookupDomain: textOrNull(row, 'KeyManagementServiceLookupDomain'),
  }
}

/** The steps that make a fixed host what it was. */
export const putFixedHostBack = (
  { host, port }: FixedHost,
  { activationId }: { readonly activationId: string | null },
): readonly CounterStep[] => {
  const clear: CounterStep = { kind: 'kms-client.clear-host', params: { activationId } }
  const set = (params: { readonly host: string | null; readonly port: number | null }): CounterStep => ({
    kind: 'kms-client.set-host',
    params: { ...params, activationId },
  })
  if (host !== null) return [set({ host, port: port || null })]
  return port === 0 ? [clear] : [clear, set({ host: null, port })]
}

/** A fixed host in words. */
export const fixedHostWords = ({ host, port }: FixedHost): string => {
  if (host !== null) return `${host}, port ${port || defaultKmsPort}`
  return port === 0 ? 'not set' : `not set, with port ${port}`
}

/** Whether two names are those of one host. */
export const sameHost = (left: string | null, right: string | null): boolean =>
  left?.toLowerCase() === right?.toLowerCase()
