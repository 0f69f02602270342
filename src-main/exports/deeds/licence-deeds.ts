import { activateDirectoryOnline } from '../../actions/activate-directory-online.ts'
import { depositDirectoryConfirmation } from '../../actions/deposit-directory-confirmation.ts'
import { installLicenceFile } from '../../actions/install-licence-file.ts'
import { listTokenLicences } from '../../actions/list-token-licences.ts'
import { readDetails } from '../../actions/read-details.ts'
import { readDirectoryInstallationId } from '../../actions/read-directory-installation-id.ts'
import { readExpiry } from '../../actions/read-expiry.ts'
import { readSnapshotAction } from '../../actions/read-snapshot.ts'
import { reinstallLicences } from '../../actions/reinstall-licences.ts'
import { removeTokenLicence } from '../../actions/remove-token-licence.ts'
import { plainGuid } from '../../licensing/activation-id.ts'
import { wqlString } from '../../wmi/wql.ts'
import type { AskedSecret, Deed, MethodCall, Value } from '../deed.ts'
import { exported, type ExportedKind } from './exported-kind.ts'
import { keyedCondition } from './proofs.ts'

const columns = 'ID, Name, Description, PartialProductKey, LicenseStatus, LicenseStatusReason, GracePeriodRemaining'

const show = (option: string, condition: string, args: readonly string[] = []): readonly Deed[] => [
  {
    deed: 'show',
    wql: `SELECT ${columns} FROM SoftwareLicensingProduct${condition === '' ? '' : ` WHERE ${condition}`}`,
    slmgr: { option, args },
  },
]

const keyOf = (secret: string, lastFive: string): AskedSecret => ({ secret, kind: 'product-key', lastFive })

const directory = (call: MethodCall, option: string, args: readonly Value[]): readonly Deed[] => [
  { deed: 'licensing', on: { on: 'service' }, calls: [call], slmgr: { option, args }, proof: null, localOnly: true },
]
const named = (objectName: string | null): readonly string[] => (objectName === null ? [] : [objectName])

/** How reading, licence files, tokens and Active Directory are exported (slmgr.md 1.3, 1.6, 1.7). */
export const licenceDeeds: readonly ExportedKind[] = [
  exported(readSnapshotAction, () => show('/dlv', 'PartialProductKey <> NULL')),
  exported(readDetails, ({ scope, verbose }) => {
    const option = verbose ? '/dlv' : '/dli'
    if (scope === 'default') return show(option, 'PartialProductKey <> NULL')
    if (scope === 'all') return show(option, '', ['all'])
    const id = plainGuid(scope)
    return show(option, `ID = ${wqlString(id)}`, [id])
  }),
  exported(readExpiry, ({ activationId }) => {
    const id = activationId === null ? null : plainGuid(activationId)
    return show('/xpr', keyedCondition({ activationId: id }), id === null ? [] : [id])
  }),
  exported(listTokenLicences, () => [
    {
      deed: 'show',
      wql: 'SELECT ID, ILID, ILVID, Description, ExpirationDate FROM SoftwareLicensingTokenActivationLicense',
      slmgr: { option: '/lil', args: [] },
    },
  ]),
  exported(removeTokenLicence, ({ ilid, ilvid }) => [{ deed: 'remove-token-licence', ilid, ilvid }]),
  exported(installLicenceFile, ({ fileName }) => [{ deed: 'licence-file', fileName }]),
  exported(reinstallLicences, () => [{ deed: 'licence-files' }]),
  exported(activateDirectoryOnline, ({ key, lastFive, objectName }) => {
    const ProductKey = keyOf(key, lastFive)
    return directory(
      { method: 'DoActiveDirectoryOnlineActivation', input: { ProductKey, ActivationObjectName: objectName ?? '' } },
      '/ad-activation-online',
      [ProductKey, ...named(objectName)],
    )
  }),
  exported(readDirectoryInstallationId, ({ key, lastFive }) => [
    { deed: 'directory-installation-id', key: keyOf(key, lastFive) },
  ]),
  exported(depositDirectoryConfirmation, ({ key, lastFive, confirmationId, objectName }) => {
    const ProductKey = keyOf(key, lastFive)
    const ConfirmationID: AskedSecret = { secret: confirmationId, kind: 'confirmation-id', lastFive: null }
    return directory(
      {
        method: 'DepositActiveDirectoryOfflineActivationConfirmation',
        input: { ProductKey, ConfirmationID, ActivationObjectName: objectName ?? '' },
      },
      '/ad-activation-apply-cid',
      [ProductKey, ConfirmationID, ...named(objectName)],
    )
  }),
]
