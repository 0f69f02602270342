import { basename, win32 } from 'node:path'
import { isSetupKey } from '../../licensing/setup-keys.ts'
import { keyName, keySecret, readActivationId, readGuid, readKey } from '../argument-readers.ts'
import { plainOption, type SlmgrOption } from '../slmgr-option.ts'

/** What a confirmation ID is called where a step asks for it (actions/deposit-confirmation-id.ts). */
const confirmationName = 'confirmationId'

const product = (name: string, kind: string): SlmgrOption => ({
  name,
  mandatory: [],
  optional: ['ACTIVATION-ID'],
  versions: 'all',
  step: ([id]) => ({ kind, params: { activationId: readActivationId(id) } }),
})

const details = (name: string, verbose: boolean): SlmgrOption => ({
  name,
  mandatory: [],
  optional: ['ACTIVATION-ID|all'],
  versions: 'all',
  step: ([scope]) => ({
    kind: 'licensing.read-details',
    params: {
      scope: scope === undefined ? 'default' : scope.toLowerCase() === 'all' ? 'all' : readActivationId(scope),
      verbose,
    },
  }),
})

/** A confirmation ID as a secret of the step. */
export const confirmationSecret = (value: string) =>
  ({ name: confirmationName, kind: 'confirmation-id', label: 'the confirmation ID', value }) as const

/** Product keys, licences and activation (slmgr.md 1.3). */
export const keyOptions: readonly SlmgrOption[] = [
  {
    name: '/ipk',
    mandatory: ['PRODUCT-KEY'],
    optional: [],
    versions: 'all',
    step: ([typed = '']) => {
      const key = readKey(typed)
      const { lastFive } = key
      const kind = 'product-key.install'
      return isSetupKey(key.text)
        ? { kind, params: { setupKey: key.text, lastFive, purpose: 'kms-client' } }
        : { kind, params: { key: keyName, lastFive, purpose: 'other' }, secrets: [keySecret(key)] }
    },
  },
  product('/upk', 'product-key.uninstall'),
  product('/ato', 'product.activate-online'),
  {
    name: '/atp',
    mandatory: ['CONFIRMATION-ID'],
    optional: ['ACTIVATION-ID'],
    versions: 'all',
    step: ([confirmationId = '', id]) => ({
      kind: 'product.deposit-confirmation-id',
      params: { activationId: readActivationId(id) },
      secrets: [confirmationSecret(confirmationId)],
    }),
  },
  product('/dti', 'product.read-installation-id'),
  details('/dli', false),
  details('/dlv', true),
  product('/xpr', 'licensing.read-expiry'),
  plainOption('/cpky', 'product-key.clear-from-registry'),
  {
    name: '/ilc',
    mandatory: ['LICENCE-FILE'],
    optional: [],
    versions: 'all',
    step: ([path = '']) => ({
      kind: 'licence.install-file',
      params: { fileName: win32.basename(basename(path)) },
      licenceFile: path,
    }),
  },
  plainOption('/rilc', 'licence.reinstall-all'),
  plainOption('/rearm', 'windows.rearm'),
  {
    name: '/rearm-app',
    mandatory: ['APPLICATION-ID'],
    optional: [],
    versions: '8.1 and later',
    step: ([id = '']) => ({
      kind: 'application.rearm',
      params: { applicationId: readGuid('applicationId', id) },
    }),
  },
  {
    name: '/rearm-sku',
    mandatory: ['ACTIVATION-ID'],
    optional: [],
    versions: '8.1 and later',
    step: ([id = '']) => ({ kind: 'product.rearm', params: { activationId: readGuid('activationId', id) } }),
  },
]
