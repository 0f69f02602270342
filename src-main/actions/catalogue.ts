import { activateKmsClient } from './activate-kms-client.ts'
import { activateOnline } from './activate-online.ts'
import { allowKmsTraffic } from './allow-kms-traffic.ts'
import { bindable, catalogueOf, type Catalogue } from './bound-action.ts'
import { changeSrvRecord } from './change-srv-record.ts'
import { closeKmsTraffic } from './close-kms-traffic.ts'
import { confirmKmsHost } from './confirm-kms-host.ts'
import { createSrvRecord } from './create-srv-record.ts'
import { installProductKey } from './install-product-key.ts'
import { readSnapshotAction } from './read-snapshot.ts'
import { removeRegistryValue } from './remove-registry-value.ts'
import { removeSrvRecord } from './remove-srv-record.ts'
import { restartLicensingService } from './restart-licensing-service.ts'
import { setRegistryValue } from './set-registry-value.ts'
import { verifyKmsHost } from './verify-kms-host.ts'
import { allowWmi } from './allow-wmi.ts'
import { allowPort } from './allow-port.ts'
import { depositConfirmationId } from './deposit-confirmation-id.ts'
import { readInstallationId } from './read-installation-id.ts'
import { setDnsPublishing } from './set-dns-publishing.ts'
import { setHostRegistryValues } from './set-host-registry-values.ts'
import { setActivationInterval, setRenewalInterval } from './set-kms-intervals.ts'
import { setKmsPort } from './set-kms-port.ts'
import { setKmsPriority } from './set-kms-priority.ts'
import { setPublishList } from './set-publish-list.ts'
import { clearProductKey } from './clear-product-key.ts'
import { generalizeWindows } from './generalize.ts'
import { rearmApplication, rearmProduct, rearmWindows } from './rearm.ts'
import { uninstallProductKey } from './uninstall-product-key.ts'
import { clearClientHost } from './clear-client-host.ts'
import { setActivationEnabled, setHostCaching } from './client-switches.ts'
import { clearLookupDomain, setLookupDomain } from './lookup-domain.ts'
import { setActivationType } from './set-activation-type.ts'
import { setClientHost } from './set-client-host.ts'
import { setSuffixSearchList } from './set-suffix-search-list.ts'
import { verifyPublishing } from './verify-publishing.ts'
import { activateDirectoryOnline } from './activate-directory-online.ts'
import { depositDirectoryConfirmation } from './deposit-directory-confirmation.ts'
import { installLicenceFile } from './install-licence-file.ts'
import { listTokenLicences } from './list-token-licences.ts'
import { readDirectoryInstallationId } from './read-directory-installation-id.ts'
import { reinstallLicences } from './reinstall-licences.ts'
import { readDetails } from './read-details.ts'
import { readExpiry } from './read-expiry.ts'
import { removeTokenLicence } from './remove-token-licence.ts'

/** Everything that the app can do to a computer. A new action is added here and nowhere else. */
export const catalogue: Catalogue = catalogueOf([
  [readSnapshotAction.kind, bindable(readSnapshotAction)],
  [installProductKey.kind, bindable(installProductKey)],
  [confirmKmsHost.kind, bindable(confirmKmsHost)],
  [activateOnline.kind, bindable(activateOnline)],
  [allowKmsTraffic.kind, bindable(allowKmsTraffic)],
  [closeKmsTraffic.kind, bindable(closeKmsTraffic)],
  [restartLicensingService.kind, bindable(restartLicensingService)],
  [verifyKmsHost.kind, bindable(verifyKmsHost)],
  [setRegistryValue.kind, bindable(setRegistryValue)],
  [removeRegistryValue.kind, bindable(removeRegistryValue)],
  [createSrvRecord.kind, bindable(createSrvRecord)],
  [changeSrvRecord.kind, bindable(changeSrvRecord)],
  [removeSrvRecord.kind, bindable(removeSrvRecord)],
  [readInstallationId.kind, bindable(readInstallationId)],
  [depositConfirmationId.kind, bindable(depositConfirmationId)],
  [setKmsPort.kind, bindable(setKmsPort)],
  [setActivationInterval.kind, bindable(setActivationInterval)],
  [setRenewalInterval.kind, bindable(setRenewalInterval)],
  [setDnsPublishing.kind, bindable(setDnsPublishing)],
  [setKmsPriority.kind, bindable(setKmsPriority)],
  [setPublishList.kind, bindable(setPublishList)],
  [allowPort.kind, bindable(allowPort)],
  [allowWmi.kind, bindable(allowWmi)],
  [verifyPublishing.kind, bindable(verifyPublishing)],
  [setHostRegistryValues.kind, bindable(setHostRegistryValues)],
  [uninstallProductKey.kind, bindable(uninstallProductKey)],
  [clearProductKey.kind, bindable(clearProductKey)],
  [rearmWindows.kind, bindable(rearmWindows)],
  [rearmApplication.kind, bindable(rearmApplication)],
  [rearmProduct.kind, bindable(rearmProduct)],
  [generalizeWindows.kind, bindable(generalizeWindows)],
  [activateKmsClient.kind, bindable(activateKmsClient)],
  [setClientHost.kind, bindable(setClientHost)],
  [clearClientHost.kind, bindable(clearClientHost)],
  [setLookupDomain.kind, bindable(setLookupDomain)],
  [clearLookupDomain.kind, bindable(clearLookupDomain)],
  [setHostCaching.kind, bindable(setHostCaching)],
  [setActivationType.kind, bindable(setActivationType)],
  [setActivationEnabled.kind, bindable(setActivationEnabled)],
  [setSuffixSearchList.kind, bindable(setSuffixSearchList)],
  [installLicenceFile.kind, bindable(installLicenceFile)],
  [reinstallLicences.kind, bindable(reinstallLicences)],
  [readDetails.kind, bindable(readDetails)],
  [readExpiry.kind, bindable(readExpiry)],
  [listTokenLicences.kind, bindable(listTokenLicences)],
  [removeTokenLicence.kind, bindable(removeTokenLicence)],
  [activateDirectoryOnline.kind, bindable(activateDirectoryOnline)],
  [readDirectoryInstallationId.kind, bindable(readDirectoryInstallationId)],
  [depositDirectoryConfirmation.kind, bindable(depositDirectoryConfirmation)],
])
