import type { TaskOpening } from '../../stores/navigation-store.ts'
import { TaskWizardView } from '../task-wizard/TaskWizardView.tsx'
import { prepareImageWizard } from './prepare-image-wizard.tsx'

/** The wizard "Prepare an image". */
export const PrepareImage = ({ opening }: { readonly opening: TaskOpening }) => (
  <TaskWizardView wizard={prepareImageWizard} opening={opening} />
)
