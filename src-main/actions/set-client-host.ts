import { z } from 'zod'
import { AppFailure, toAppError } from '../contract/app-error.ts'
import { guidFault } from '../licensing/activation-id.ts'
import { setHostCommand } from '../licensing/client-commands.ts'
import { defaultKmsPort } from '../licensing/kms-facts.ts'
import { kmsHostFault, kmsHostName, portFault } from '../licensing/kms-client-input.ts'
import { WmiError } from '../wmi/wmi-error.ts'
import type { ActionContext } from './action.ts'
import { ActivationIdParam, forProduct } from './activation-id-param.ts'
import { clientSettingAction } from './client-setting-action.ts'
import {
  FixedHostEvidence,
  fixedHostWords,
  putFixedHostBack,
  readFixedHost,
  sameHost,
  type FixedHost,
} from './fixed-host.ts'
import { callLicensing } from './licensing-calls.ts'
import type { LicensingObject } from './licensing-object.ts'
import { isLostConnection } from './lost-connection.ts'

const Params = z
  .object({
    /** Null sets the port alone and leaves the host as it is. */
    host: z.string().max(300).nullable(),
    /** Null with a host clears a fixed port, so that 1688 is used, as slmgr /skms does. */
    port: z.number().nullable(),
    activationId: ActivationIdParam,
  })
  .strict()
type Params = z.infer<typeof Params>

const nothingToSet = {
  code: 'invalid-input',
  field: 'host',
  message: 'Neither a KMS host nor a port is given.',
  remedy: 'Enter the name of the KMS host, a port, or both. To remove a fixed host, clear it.',
  retryable: false,
} as const

const isPortRight = ({ port }: FixedHost, wanted: number | null): boolean => port === (wanted ?? 0)
const isHostRight = ({ host }: FixedHost, wanted: string | null): boolean =>
  wanted === null || sameHost(host, kmsHostName(wanted))

const writeHost = (context: ActionContext, { path }: LicensingObject, host: string | null): Promise<void> =>
  host === null
    ? callLicensing(context, path, 'ClearKeyManagementServiceMachine')
    : callLicensing(context, path, 'SetKeyManagementServiceMachine', { MachineName: host })

/** Puts the former host back after the port was refused, and says what became of it. Throws AppFailure always. */
const giveUp = async (context: ActionContext, object: LicensingObject, former: FixedHost, thrown: WmiError) => {
  const restored = await writeHost(context, object, former.host).then(
    () => null,
    (failed: unknown) => toAppError(failed).message,
  )
  const words = former.host === null ? 'no fixed KMS host' : `the KMS host ${former.host}`
  throw new AppFailure({
    code: thrown.code,
    message: `The port could not be set: ${thrown.message} ${
      restored === null
        ? `The computer has ${words} again, as before.`
        : `The former setting (${words}) could not be put back either.`
    }`,
    ...(restored === null ? {} : { detail: restored }),
    hresult: thrown.hresult,
    retryable: false,
  })
}

const writePort = (context: ActionContext, { path }: LicensingObject, port: number | null): Promise<void> =>
  port === null
    ? callLicensing(context, path, 'ClearKeyManagementServicePort')
    : callLicensing(context, path, 'SetKeyManagementServicePort', { PortNumber: port })

const titleOf = ({ host, port, activationId }: Params): string => {
  const product = forProduct(activationId)
  if (host === null) return `Use port ${port ?? defaultKmsPort} for the KMS host${product}`
  return port === null
    ? `Use the KMS host ${host}${product}, on port ${defaultKmsPort}: a fixed port is cleared`
    : `Use the KMS host ${host}${product}, on port ${port}`
}

/**
 * Sets a fixed KMS host, which switches the search in DNS off (slmgr.md 1.4, kms.md 3). Where the port is refused after
 * the host was set, the former host is put back, as slmgr does; that this failed as well is said.
 */
export const setClientHost = clientSettingAction<Params, FixedHost>({
  kind: 'kms-client.set-host',
  params: Params,
  evidence: FixedHostEvidence,
  label: 'the fixed KMS host',
  title: titleOf,
  equivalent: ({ host, port, activationId }, target) =>
    setHostCommand(target, { host: host === null ? null : kmsHostName(host), port, activationId }),
  activationId: ({ activationId }) => activationId,
  gate: null,
  fault: ({ host, port, activationId }) => {
    if (host === null && port === null) return nothingToSet
    return (
      (host === null ? null : kmsHostFault(host)) ??
      (port === null ? null : portFault(port)) ??
      (activationId === null ? null : guidFault(activationId))
    )
  },
  read: readFixedHost,
  isRight: (state, { host, port }) => isHostRight(state, host) && isPortRight(state, port),
  write: async (context, object, { host, port }, { now, before }) => {
    if (host !== null && (context.rewrite || !isHostRight(now, host)))
      await writeHost(context, object, kmsHostName(host))
    if (isPortRight(now, port) && !context.rewrite) return
    try {
      await writePort(context, object, port)
    } catch (thrown) {
      if (host === null || !(thrown instanceof WmiError) || isLostConnection(thrown)) throw thrown
      await giveUp(context, object, before, thrown)
    }
  },
  words: fixedHostWords,
  remark: ({ host, lookupDomain }) =>
    host === null || lookupDomain === null
      ? null
      : `The lookup domain ${lookupDomain} is set as well; while a fixed host is set, Windows does not look there.`,
  putBack: putFixedHostBack,
  undoneWith: 'slmgr /skms, or /ckms for none',
})
