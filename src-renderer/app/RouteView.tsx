import { Spinner } from '@fluentui/react-components'
import { lazy, Suspense, type ComponentType } from 'react'
import { common } from '../strings/common.ts'
import { ComputersPage } from '../pages/computers/ComputersPage.tsx'
import { useNavigation, type TaskOpening } from '../stores/navigation-store.ts'
import type { TaskWizardName } from '../stores/task-wizards.ts'

const SetUpKmsHost = lazy(async () => ({
  default: (await import('../wizards/set-up-kms-host/SetUpKmsHost.tsx')).SetUpKmsHost,
}))
const EditKmsHost = lazy(async () => ({
  default: (await import('../wizards/edit-kms-host/EditKmsHost.tsx')).EditKmsHost,
}))
const HomePage = lazy(async () => ({ default: (await import('../pages/home/HomePage.tsx')).HomePage }))
const JournalPage = lazy(async () => ({ default: (await import('../pages/journal/JournalPage.tsx')).JournalPage }))
const KmsHostsPage = lazy(async () => ({ default: (await import('../pages/kms-hosts/KmsHostsPage.tsx')).KmsHostsPage }))
const DeploymentMapPage = lazy(async () => ({
  default: (await import('../pages/deployment-map/DeploymentMapPage.tsx')).DeploymentMapPage,
}))
const ExpiryPage = lazy(async () => ({ default: (await import('../pages/expiry/ExpiryPage.tsx')).ExpiryPage }))
const PublishDnsPage = lazy(async () => ({
  default: (await import('../pages/publish-dns/PublishDnsPage.tsx')).PublishDnsPage,
}))
const LicensingDetailsPage = lazy(async () => ({
  default: (await import('../pages/licensing-details/LicensingDetailsPage.tsx')).LicensingDetailsPage,
}))
const CheckComputerPage = lazy(async () => ({
  default: (await import('../pages/check-computer/CheckComputerPage.tsx')).CheckComputerPage,
}))
const ErrorLookupPage = lazy(async () => ({
  default: (await import('../pages/error-lookup/ErrorLookupPage.tsx')).ErrorLookupPage,
}))
const BatchPage = lazy(async () => ({ default: (await import('../wizards/batch/BatchPage.tsx')).BatchPage }))
const UndoPage = lazy(async () => ({ default: (await import('../wizards/undo/UndoPage.tsx')).UndoPage }))
const LabPage = lazy(async () => ({ default: (await import('../pages/lab/LabPage.tsx')).LabPage }))

/** Every wizard that is made with wizards/task-wizard. */
const taskWizards: Record<TaskWizardName, ComponentType<{ readonly opening: TaskOpening }>> = {
  'configure-client': lazy(async () => ({
    default: (await import('../wizards/configure-client/ConfigureClient.tsx')).ConfigureClient,
  })),
  'convert-computer': lazy(async () => ({
    default: (await import('../wizards/convert-computer/ConvertComputer.tsx')).ConvertComputer,
  })),
  'prepare-image': lazy(async () => ({
    default: (await import('../wizards/prepare-image/PrepareImage.tsx')).PrepareImage,
  })),
  'prepare-remote': lazy(async () => ({
    default: (await import('../wizards/prepare-remote/PrepareRemote.tsx')).PrepareRemote,
  })),
}

/** The page that the route names. Wizards and rarer pages are loaded when they are first opened. */
export const RouteView = () => {
  const route = useNavigation((state) => state.route)
  return <Suspense fallback={<Spinner size="small" label={common.loading} />}>{pageOf(route)}</Suspense>
}

const pageOf = (route: ReturnType<typeof useNavigation.getState>['route']) => {
  switch (route.page) {
    case 'computers':
      return <ComputersPage />
    case 'home':
      return <HomePage />
    case 'journal':
      return <JournalPage key={route.planId ?? ''} planId={route.planId} />
    case 'lab':
      return <LabPage />
    case 'kms-hosts':
      return <KmsHostsPage />
    case 'deployment-map':
      return <DeploymentMapPage />
    case 'expiry':
      return <ExpiryPage />
    case 'publish-dns':
      return <PublishDnsPage key={route.visit} opening={route.opening} />
    case 'licensing-details':
      return <LicensingDetailsPage key={route.visit} computer={route.computer} />
    case 'check-computer':
      return <CheckComputerPage key={route.visit} computer={route.computer} />
    case 'error-lookup':
      return <ErrorLookupPage key={route.visit} text={route.text} />
    case 'edit-kms-host':
      return <EditKmsHost key={route.visit} opening={route.opening} />
    case 'task': {
      const Wizard = taskWizards[route.wizard]
      return <Wizard key={route.visit} opening={route.opening} />
    }
    case 'batch':
      return <BatchPage key={route.visit} opening={route.opening} />
    case 'undo':
      return <UndoPage key={route.visit} opening={route.opening} />
    case 'set-up-kms-host':
      return <SetUpKmsHost key={route.visit} opening={route.opening} />
  }
}
