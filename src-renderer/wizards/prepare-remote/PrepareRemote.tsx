import type { TaskOpening } from '../../stores/navigation-store.ts'
import { TaskWizardView } from '../task-wizard/TaskWizardView.tsx'
import { prepareRemoteWizard } from './prepare-remote-wizard.ts'

/** The wizard "Prepare remote management". */
export const PrepareRemote = ({ opening }: { readonly opening: TaskOpening }) => (
  <TaskWizardView wizard={prepareRemoteWizard} opening={opening} />
)
