import type { TaskOpening } from '../../stores/navigation-store.ts'
import { TaskWizardView } from '../task-wizard/TaskWizardView.tsx'
import { configureClientWizard } from './configure-client-wizard.ts'

/** The wizard "Configure a KMS client". */
export const ConfigureClient = ({ opening }: { readonly opening: TaskOpening }) => (
  <TaskWizardView wizard={configureClientWizard} opening={opening} />
)
