import { labError, labHresults } from '../lab-error.ts'
import { installProductKey } from '../licensing/install-key.ts'
import { kmsFigures } from '../licensing/kms-figures.ts'
import { hostProduct, isActiveKmsHost } from '../licensing/product-status.ts'
import { rearmWindows } from '../licensing/rearm.ts'
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
import { serviceRow } from './licensing-rows.ts'

type Handler = (call: MethodCall) => void

/** documented: host settings are refused on a computer that is not an activated KMS host (kms.md 9). assumed: with these codes. */
const requireKmsHost = (scene: Scene): void => {
  const computer = scene.computer()
  if (!hostProduct(computer)) throw labError('call', labHresults.kmsNotEnabled, 'This computer is not a KMS host.')
  if (!isActiveKmsHost(computer, clockOf(scene))) {
    throw labError('call', labHresults.kmsNotActivated, 'This KMS host is not activated.')
  }
}

const invalid = (what: string): never => {
  throw labError('call', labHresults.invalidParameter, what)
}

const portInput = (call: MethodCall): number => {
  const port = numberInput(call, 'PortNumber')
  return port >= 1 && port <= 65_535 ? port : invalid('The port is not between 1 and 65535.')
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

/** What each method does. documented: slmgr.md 1.3 to 1.5, 6 and 7.2. */
const handlers: Readonly<Record<string, Handler>> = {
  InstallProductKey: (call) => installProductKey(call.scene, textInput(call, 'ProductKey')),
  RefreshLicenseStatus: nothing,
  ClearProductKeyFromRegistry: nothing,
  ReArmWindows: ({ scene }) => rearmWindows(scene),
  SetKeyManagementServiceMachine: (call) =>
    writeSetting(call.scene.change(), settingNames.machine, textInput(call, 'MachineName') || null),
  ClearKeyManagementServiceMachine: clear('machine'),
  SetKeyManagementServicePort: (call) => writeSetting(call.scene.change(), settingNames.port, String(portInput(call))),
  ClearKeyManagementServicePort: clear('port'),
  SetKeyManagementServiceLookupDomain: (call) =>
    writeSetting(call.scene.change(), settingNames.lookupDomain, textInput(call, 'LookupDomain')),
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
}

/** SoftwareLicensingService. Methods that the Lab does not model yet fail with WBEM_E_FAILED and say so. */
export const licensingServiceProvider: ClassProvider = {
  schema: licensingServiceSchema,
  namespaces: [cimv2],
  prepare: wakeLicensing,
  rows: (scene) => [serviceRow(scene)],
  invoke: (call) => {
    const handler = handlers[call.method]
    if (!handler) throw labError('call', labHresults.wbemFailed, `The Lab does not carry out ${call.method} yet.`)
    handler(call)
    return done
  },
}
