import { z } from 'zod'
import { ActivationType } from '../contract/models/license-snapshot.ts'
import { guidFault } from '../licensing/activation-id.ts'
import { activationTypeNumbers, activationTypeWords, configuredActivationType } from '../licensing/activation-type.ts'
import { activationTypeCommand } from '../licensing/client-commands.ts'
import { uint } from '../wmi/cim-values.ts'
import type { ActionContext } from './action.ts'
import { ActivationIdParam, forProduct } from './activation-id-param.ts'
import { clientSettingAction } from './client-setting-action.ts'
import { callLicensing } from './licensing-calls.ts'
import { readLicensingObject, type LicensingObject } from './licensing-object.ts'
import { readKeyedProducts } from './licensing-reader.ts'
import { versionGates } from './version-gates.ts'

const Params = z.object({ type: ActivationType, activationId: ActivationIdParam }).strict()
/** Null where no product with a key tells it: the service has no property for it (slmgr.md 7.1). */
const Configured = z.object({ type: ActivationType.nullable() }).strict()
type Configured = z.infer<typeof Configured>

/** For the service: what the Windows product shows, else the first other product with a key. */
const read = async (context: ActionContext, object: LicensingObject): Promise<Configured> => {
  if (object.activationId !== null) {
    const row = await readLicensingObject(context, object, ['VLActivationTypeEnabled'])
    return { type: configuredActivationType(uint(row, 'VLActivationTypeEnabled')) }
  }
  const products = await readKeyedProducts(context)
  const product = products.find(({ isWindows, isAddon }) => isWindows && !isAddon) ?? products[0]
  return { type: product?.activationType ?? null }
}

/** Chooses by which ways a computer or product may be activated; Windows 8 and later (slmgr.md 1.4). */
export const setActivationType = clientSettingAction<z.infer<typeof Params>, Configured>({
  kind: 'kms-client.set-activation-type',
  params: Params,
  evidence: z.object({ before: Configured }).strict(),
  label: 'what is allowed',
  title: ({ type, activationId }) => `Allow ${activationTypeWords(type)}${forProduct(activationId)}`,
  equivalent: ({ type, activationId }, target) => activationTypeCommand(target, type, activationId),
  activationId: ({ activationId }) => activationId,
  gate: versionGates.activationType,
  fault: ({ activationId }) => (activationId === null ? null : guidFault(activationId)),
  read,
  isRight: (state, { type }) => state.type === type,
  isProven: (state, { type }) => state.type === type || state.type === null,
  write: (context, { path }, { type }) =>
    type === 'all'
      ? callLicensing(context, path, 'ClearVLActivationTypeEnabled')
      : callLicensing(context, path, 'SetVLActivationTypeEnabled', { ActivationType: activationTypeNumbers[type] }),
  words: ({ type }) => (type === null ? 'not shown by any product with a key' : activationTypeWords(type)),
  putBack: (before, { activationId }) =>
    before.type === null
      ? null
      : [{ kind: 'kms-client.set-activation-type', params: { type: before.type, activationId } }],
  undoneWith: 'slmgr /act-type',
})
