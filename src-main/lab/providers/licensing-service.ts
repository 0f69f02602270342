import type { CimObject } from '../../wmi/cim-values.ts'
import { labError, labHresults } from '../lab-error.ts'
import {
  createActivationObject,
  depositDirectoryConfirmation,
  directoryInstallationId,
} from '../licensing/activation-objects.ts'
import { requireInternet } from '../licensing/activation-server.ts'
import { installProductKey } from '../licensing/install-key.ts'
import { kmsFigures } from '../licensing/kms-figures.ts'
import { hostProduct, isActiveKmsHost } from '../licensing/product-status.ts'
import { installLicence, installLicencePackage } from '../licensing/licence-files.ts'
import { rearmApplication, rearmWindows } from '../licensing/rearm.ts'
import { wakeLicensing } from '../licensing/service-lifecycle.ts'
import { settingNames, writeSetting } from '../licensing/settings.ts'
import { licensingServiceSchema } from '../schema/licensing-service.ts'
import { clockOf, type Scene } from '../world/scene.ts'
import {
  cimv2,
  done,
  flagInput,
  numberInput,
  textInput,
  type ClassProvider,
  type MethodCall,
} from './class-provider.ts'
import { activationTypeInput, invalid, portInput } from './licensing-inputs.ts'
import { serviceRow } from './licensing-rows.ts'

/** Runs a method; gives its out-parameters, where it has some. */
type Handler = (call: MethodCall) => CimObject | void

/** documented: host settings are refused on a computer that is not an activated KMS host (kms.md 9). assumed: with these codes. */
const requireKmsHost = (scene: Scene): void => {
  const computer = scene.computer()
  if (!hostProduct(computer)) throw labError('call', labHresults.kmsNotEnabled, 'This computer is not a KMS host.')
  if (!isActiveKmsHost(computer, clockOf(scene))) {
    throw labError('call', labHresults.kmsNotActivated, 'This KMS host is not activated.')
  }
}

/** documented: intervals from 15 to 43200 minutes, an error on a computer that is not a KMS host (slmgr.md 7.2). */
const setInterval =
  (setting: 'activationInterval' | 'renewalInterval', parameter: string): Handler =>
  (call) => {
    requireKmsHost(call.scene)
    const [least, most] = kmsFigures.intervalRange
    const minutes = numberInput(call, parameter)
    if (minutes < least || minutes > most) invalid('The interval is not between 15 and 43200 minutes.')
    writeSetting(call.scene.change(), settingNames[setting], minutes)
  }

const hostSwitch =
  (setting: 'disablePublishing' | 'lowPriority', parameter: string): Handler =>
  (call) => {
    requireKmsHost(call.scene)
    writeSetting(call.scene.change(), settingNames[setting], flagInput(call, parameter) ? 1 : 0)
  }

const clear =
  (setting: keyof typeof settingNames): Handler =>
  ({ scene }) =>
    writeSetting(scene.change(), settingNames[setting], null)

const nothing: Handler = () => undefined

/** What each method does. documented: slmgr.md 1.3 to 1.7, 6 and 7.2. */
const handlers: Readonly<Record<string, Handler>> = {
  InstallProductKey: (call) => installProductKey(call.scene, textInput(call, 'ProductKey')),
  RefreshLicenseStatus: nothing,
  InstallLicense: (call) => installLicence(call.scene, textInput(call, 'License')),
  InstallLicensePackage: (call) => installLicencePackage(call.scene, textInput(call, 'LicensePackage')),
  ClearProductKeyFromRegistry: ({ scene }) => {
    scene.change().licensing.keyInRegistry = false
  },
  // documented: nothing in slmgr uses it (slmgr.md 7.2). assumed: without the internet it fails as activation does.
  AcquireGenuineTicket: ({ scene }) => requireInternet(scene),
  ReArmWindows: ({ scene }) => rearmWindows(scene),
  ReArmApp: (call) => rearmApplication(call.scene, textInput(call, 'ApplicationId')),
  SetKeyManagementServiceMachine: (call) =>
    writeSetting(call.scene.change(), settingNames.machine, textInput(call, 'MachineName') || null),
  ClearKeyManagementServiceMachine: clear('machine'),
  SetKeyManagementServicePort: (call) => writeSetting(call.scene.change(), settingNames.port, String(portInput(call))),
  ClearKeyManagementServicePort: clear('port'),
  SetKeyManagementServiceLookupDomain: (call) =>
    writeSetting(call.scene.change(), settingNames.lookupDomain, textInput(call, 'LookupDomain') || null),
  ClearKeyManagementServiceLookupDomain: clear('lookupDomain'),
  SetVLActivationInterval: setInterval('activationInterval', 'ActivationInterval'),
  SetVLRenewalInterval: setInterval('renewalInterval', 'RenewalInterval'),
  SetKeyManagementServiceListeningPort: (call) => {
    requireKmsHost(call.scene)
    writeSetting(call.scene.change(), settingNames.listeningPort, String(portInput(call)))
  },
  ClearKeyManagementServiceListeningPort: (call) => {
    requireKmsHost(call.scene)
    clear('listeningPort')(call)
  },
  DisableKeyManagementServiceDnsPublishing: hostSwitch('disablePublishing', 'DisablePublishing'),
  EnableKeyManagementServiceLowPriority: hostSwitch('lowPriority', 'EnableLowPriority'),
  DisableKeyManagementServiceHostCaching: (call) =>
    writeSetting(call.scene.change(), settingNames.disableCaching, flagInput(call, 'DisableCaching') ? 1 : 0),
  DisableKeyManagementServiceActivation: (call) => {
    call.scene.change().licensing.activationDisabled = flagInput(call, 'DisableActivation')
  },
  SetVLActivationTypeEnabled: (call) =>
    writeSetting(call.scene.change(), settingNames.activationType, activationTypeInput(call)),
  ClearVLActivationTypeEnabled: clear('activationType'),
  DoActiveDirectoryOnlineActivation: (call) =>
    createActivationObject(call.scene, textInput(call, 'ProductKey'), textInput(call, 'ActivationObjectName')),
  GenerateActiveDirectoryOfflineActivationId: (call) => ({
    InstallationID: directoryInstallationId(call.scene, textInput(call, 'ProductKey')),
  }),
  DepositActiveDirectoryOfflineActivationConfirmation: (call) =>
    depositDirectoryConfirmation(
      call.scene,
      textInput(call, 'ProductKey'),
      textInput(call, 'ConfirmationID'),
      textInput(call, 'ActivationObjectName'),
    ),
}

/** SoftwareLicensingService. */
export const licensingServiceProvider: ClassProvider = {
  schema: licensingServiceSchema,
  namespaces: [cimv2],
  prepare: wakeLicensing,
  rows: (scene) => [serviceRow(scene)],
  invoke: (call) => {
    const handler = handlers[call.method]
    if (!handler) throw labError('call', labHresults.wbemInvalidMethod, `There is no method ${call.method} here.`)
    return { ...handler(call), ...done }
  },
}
