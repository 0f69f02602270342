import { ArrowSwapRegular } from '@fluentui/react-icons/svg/arrow-swap'
import { CopySelectRegular } from '@fluentui/react-icons/svg/copy-select'
import { PlugConnectedRegular } from '@fluentui/react-icons/svg/plug-connected'
import { DesktopCheckmarkRegular } from '@fluentui/react-icons/svg/desktop-checkmark'
import { ServerRegular } from '@fluentui/react-icons/svg/server'
import type { ReactNode } from 'react'
import { openSetUpKmsHost, openTaskWizard } from '../../stores/navigation-store.ts'
import { home } from '../../strings/home.ts'

/** Something that can be begun from Home. */
export interface HomeTask {
  readonly icon: ReactNode
  readonly title: string
  readonly text: string
  /** What one has to have at hand. */
  readonly needs: string
  readonly button: string
  readonly open: () => Promise<void>
}

/** The tasks in the order in which a network is brought to volume activation. */
export const homeTasks: readonly HomeTask[] = [
  {
    icon: <ServerRegular />,
    title: home.setUpTitle,
    text: home.setUpBody,
    needs: home.needs,
    button: home.setUpButton,
    open: () => openSetUpKmsHost({ kind: 'new' }),
  },
  {
    icon: <DesktopCheckmarkRegular />,
    title: home.clientTitle,
    text: home.clientBody,
    needs: home.clientNeeds,
    button: home.clientButton,
    open: () => openTaskWizard('configure-client', { kind: 'new' }),
  },
  {
    icon: <ArrowSwapRegular />,
    title: home.convertTitle,
    text: home.convertBody,
    needs: home.convertNeeds,
    button: home.convertButton,
    open: () => openTaskWizard('convert-computer', { kind: 'new' }),
  },
  {
    icon: <PlugConnectedRegular />,
    title: home.remoteTitle,
    text: home.remoteBody,
    needs: home.remoteNeeds,
    button: home.remoteButton,
    open: () => openTaskWizard('prepare-remote', { kind: 'new' }),
  },
  {
    icon: <CopySelectRegular />,
    title: home.imageTitle,
    text: home.imageBody,
    needs: home.imageNeeds,
    button: home.imageButton,
    open: () => openTaskWizard('prepare-image', { kind: 'new' }),
  },
]
