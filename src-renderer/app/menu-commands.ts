import type { AppCommand } from '../../src-main/contract/models/app-command.ts'
import { bridge } from '../bridge/bridge.ts'
import {
  go,
  openCheckComputer,
  openErrorLookup,
  openLicensingDetails,
  openPublishDns,
  openSetUpKmsHost,
  openTaskWizard,
} from '../stores/navigation-store.ts'

const opening = { kind: 'new' } as const

/** What each command of the menu opens. */
const works: Readonly<Record<AppCommand['command'], () => Promise<void>>> = {
  'open-computers': () => go({ page: 'computers' }),
  'open-home': () => go({ page: 'home' }),
  'open-set-up-kms-host': () => openSetUpKmsHost(opening),
  'open-configure-client': () => openTaskWizard('configure-client', opening),
  'open-convert-computer': () => openTaskWizard('convert-computer', opening),
  'open-prepare-image': () => openTaskWizard('prepare-image', opening),
  'open-prepare-remote': () => openTaskWizard('prepare-remote', opening),
  'open-kms-hosts': () => go({ page: 'kms-hosts' }),
  'open-deployment-map': () => go({ page: 'deployment-map' }),
  'open-expiry': () => go({ page: 'expiry' }),
  'open-publish-dns': () => openPublishDns(opening),
  'open-licensing-details': () => openLicensingDetails(),
  'open-check-computer': () => openCheckComputer(),
  'open-error-lookup': () => openErrorLookup(),
  'open-journal': () => go({ page: 'journal', planId: null }),
  'open-lab': () => go({ page: 'lab' }),
}

/** Does what the app's menu asks for, until the returned function is called. */
export const followMenu = (): (() => void) =>
  bridge.listen('app.commands', undefined, ({ command }) => void works[command]())
