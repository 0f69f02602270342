import { text } from '../../wmi/cim-values.ts'
import { labError, labHresults } from '../lab-error.ts'
import { activateProduct } from '../licensing/activate.ts'
import { blankProduct, clearKey } from '../licensing/install-key.ts'
import { depositConfirmation } from '../licensing/phone.ts'
import { wakeLicensing } from '../licensing/service-lifecycle.ts'
import { licensingProductSchema, tokenLicenseSchema } from '../schema/licensing-product.ts'
import type { Scene } from '../world/scene.ts'
import type { ProductState } from '../world/state.ts'
import { cimv2, done, numberInput, textInput, type ClassProvider, type MethodCall } from './class-provider.ts'
import { productRows } from './licensing-rows.ts'

type Handler = (call: MethodCall, activationId: string) => void

const pin = (scene: Scene, id: string, change: Partial<Pick<ProductState, 'pinnedName' | 'pinnedPort'>>): void => {
  const { products } = scene.change().licensing
  products[id] = { ...(products[id] ?? blankProduct), ...change }
}

const uninstall: Handler = ({ scene }, id) => {
  const product = scene.computer().licensing.products[id]
  if (!product || product.partialKey === null) {
    throw labError('call', labHresults.noProductKey, 'No product key is installed for this product.')
  }
  clearKey(scene, id)
  // A KMS host without its key answers no more.
  const { server } = scene.change().licensing
  server.listeningPort = null
  server.publishAt = null
}

/** What each method does. documented: slmgr.md 1.3, 1.4 and 7.4. */
const handlers: Readonly<Record<string, Handler>> = {
  Activate: ({ scene }, id) => activateProduct(scene, id),
  UninstallProductKey: uninstall,
  DepositOfflineConfirmationId: (call, id) =>
    depositConfirmation(call.scene, id, textInput(call, 'InstallationId'), textInput(call, 'ConfirmationId')),
  SetKeyManagementServiceMachine: (call, id) =>
    pin(call.scene, id, { pinnedName: textInput(call, 'MachineName') || null }),
  ClearKeyManagementServiceMachine: ({ scene }, id) => pin(scene, id, { pinnedName: null }),
  SetKeyManagementServicePort: (call, id) => pin(call.scene, id, { pinnedPort: numberInput(call, 'PortNumber') }),
  ClearKeyManagementServicePort: ({ scene }, id) => pin(scene, id, { pinnedPort: 0 }),
}

/** SoftwareLicensingProduct. Methods that the Lab does not model yet fail with WBEM_E_FAILED and say so. */
export const licensingProductProvider: ClassProvider = {
  schema: licensingProductSchema,
  namespaces: [cimv2],
  prepare: wakeLicensing,
  rows: productRows,
  invoke: (call) => {
    const handler = handlers[call.method]
    if (!handler) throw labError('call', labHresults.wbemFailed, `The Lab does not carry out ${call.method} yet.`)
    handler(call, text(call.instance ?? {}, 'ID'))
    return done
  },
}

/** SoftwareLicensingTokenActivationLicense: no computer of the Lab has such a licence yet. */
export const tokenLicenseProvider: ClassProvider = {
  schema: tokenLicenseSchema,
  namespaces: [cimv2],
  prepare: wakeLicensing,
  rows: () => [],
}
