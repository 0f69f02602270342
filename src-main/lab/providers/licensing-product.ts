import { text, type CimObject } from '../../wmi/cim-values.ts'
import { labError, labHresults } from '../lab-error.ts'
import { activateProduct } from '../licensing/activate.ts'
import { clearKey } from '../licensing/install-key.ts'
import { depositConfirmation } from '../licensing/phone.ts'
import { policyOf } from '../licensing/policies.ts'
import { writeProductSetting } from '../licensing/product-settings.ts'
import { rearmProduct } from '../licensing/rearm.ts'
import { applyListening, wakeLicensing } from '../licensing/service-lifecycle.ts'
import { settingNames, type SettingName } from '../licensing/settings.ts'
import { skuOf, type Sku } from '../licensing/sku-catalogue.ts'
import { depositTokenResponse, tokenChallenge, tokenGrants } from '../licensing/token-activation.ts'
import { licensingProductSchema, tokenLicenseSchema } from '../schema/licensing-product.ts'
import { cimv2, done, textInput, type ClassProvider, type MethodCall } from './class-provider.ts'
import { productRows } from './licensing-rows.ts'
import { activationTypeInput, portInput } from './licensing-inputs.ts'

/** Runs a method of a product; gives its out-parameters, where it has some. */
type Handler = (call: MethodCall, sku: Sku) => CimObject | void

const set =
  (name: SettingName, read: (call: MethodCall) => string | number | null): Handler =>
  (call, sku) => {
    // The parameter is checked before anything is changed.
    const value = read(call)
    writeProductSetting(call.scene.change(), sku, name, value)
  }

const clear = (name: SettingName): Handler => set(name, () => null)

const uninstall: Handler = ({ scene }, { activationId: id }) => {
  const product = scene.computer().licensing.products[id]
  if (!product || product.partialKey === null) {
    throw labError('call', labHresults.noProductKey, 'No product key is installed for this product.')
  }
  clearKey(scene, id)
  // A KMS host without its key answers no more.
  applyListening(scene)
}

/** What each method does. documented: slmgr.md 1.3 to 1.6 and 7.4. */
const handlers: Readonly<Record<string, Handler>> = {
  Activate: ({ scene }, { activationId }) => activateProduct(scene, activationId),
  UninstallProductKey: uninstall,
  DepositOfflineConfirmationId: (call, { activationId }) =>
    depositConfirmation(call.scene, activationId, textInput(call, 'InstallationId'), textInput(call, 'ConfirmationId')),
  SetKeyManagementServiceMachine: set(settingNames.machine, (call) => textInput(call, 'MachineName') || null),
  ClearKeyManagementServiceMachine: clear(settingNames.machine),
  SetKeyManagementServicePort: set(settingNames.port, (call) => String(portInput(call))),
  ClearKeyManagementServicePort: clear(settingNames.port),
  SetKeyManagementServiceLookupDomain: set(
    settingNames.lookupDomain,
    (call) => textInput(call, 'LookupDomain') || null,
  ),
  ClearKeyManagementServiceLookupDomain: clear(settingNames.lookupDomain),
  SetVLActivationTypeEnabled: set(settingNames.activationType, activationTypeInput),
  ClearVLActivationTypeEnabled: clear(settingNames.activationType),
  GetPolicyInformationDWord: (call, sku) => ({
    PolicyValue: policyOf(call.scene, sku, textInput(call, 'PolicyName'), 'number'),
  }),
  GetPolicyInformationString: (call, sku) => ({
    PolicyValue: policyOf(call.scene, sku, textInput(call, 'PolicyName'), 'string'),
  }),
  GetTokenActivationGrants: ({ scene }, { activationId }) => ({ Grants: tokenGrants(scene, activationId) }),
  GenerateTokenActivationChallenge: ({ scene }, { activationId }) => ({
    Challenge: tokenChallenge(scene, activationId),
  }),
  DepositTokenActivationResponse: (call, { activationId }) =>
    depositTokenResponse(call.scene, activationId, textInput(call, 'Challenge')),
  ReArmSku: ({ scene }, { activationId }) => rearmProduct(scene, activationId),
}

/** SoftwareLicensingProduct. */
export const licensingProductProvider: ClassProvider = {
  schema: licensingProductSchema,
  namespaces: [cimv2],
  prepare: wakeLicensing,
  rows: productRows,
  invoke: (call) => {
    const handler = handlers[call.method]
    const sku = skuOf(call.scene.computer(), text(call.instance ?? {}, 'ID'))
    if (!handler || !sku) throw labError('call', labHresults.wbemInvalidMethod, `There is no ${call.method} here.`)
    return { ...handler(call, sku), ...done }
  },
}

/**
 * SoftwareLicensingTokenActivationLicense. documented: slmgr.md 1.6 and 7.4. assumed: a product that a licence had activated
 * stays activated when the licence is taken away.
 */
export const tokenLicenseProvider: ClassProvider = {
  schema: tokenLicenseSchema,
  namespaces: [cimv2],
  prepare: wakeLicensing,
  rows: (scene) =>
    Object.values(scene.computer().licensing.tokenLicences).map((licence) => ({
      ID: licence.id,
      ILID: licence.ilid,
      ILVID: licence.ilvid,
      Description: licence.description,
      AdditionalInfo: licence.additionalInfo,
      AuthorizationStatus: licence.authorizationStatus,
      ExpirationDate: licence.expiresAt === null ? null : new Date(licence.expiresAt),
    })),
  invoke: ({ scene, instance }) => {
    delete scene.change().licensing.tokenLicences[text(instance ?? {}, 'ID')]
    return done
  },
}
