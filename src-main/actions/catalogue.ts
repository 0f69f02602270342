import { activateOnline } from './activate-online.ts'
import { allowKmsTraffic } from './allow-kms-traffic.ts'
import { bindable, catalogueOf, type Catalogue } from './bound-action.ts'
import { changeSrvRecord } from './change-srv-record.ts'
import { confirmKmsHost } from './confirm-kms-host.ts'
import { createSrvRecord } from './create-srv-record.ts'
import { installProductKey } from './install-product-key.ts'
import { readSnapshotAction } from './read-snapshot.ts'
import { removeRegistryValue } from './remove-registry-value.ts'
import { removeSrvRecord } from './remove-srv-record.ts'
import { restartLicensingService } from './restart-licensing-service.ts'
import { setRegistryValue } from './set-registry-value.ts'
import { verifyKmsHost } from './verify-kms-host.ts'

/** Everything that the app can do to a computer. A new action is added here and nowhere else. */
export const catalogue: Catalogue = catalogueOf([
  [readSnapshotAction.kind, bindable(readSnapshotAction)],
  [installProductKey.kind, bindable(installProductKey)],
  [confirmKmsHost.kind, bindable(confirmKmsHost)],
  [activateOnline.kind, bindable(activateOnline)],
  [allowKmsTraffic.kind, bindable(allowKmsTraffic)],
  [restartLicensingService.kind, bindable(restartLicensingService)],
  [verifyKmsHost.kind, bindable(verifyKmsHost)],
  [setRegistryValue.kind, bindable(setRegistryValue)],
  [removeRegistryValue.kind, bindable(removeRegistryValue)],
  [createSrvRecord.kind, bindable(createSrvRecord)],
  [changeSrvRecord.kind, bindable(changeSrvRecord)],
  [removeSrvRecord.kind, bindable(removeSrvRecord)],
])
