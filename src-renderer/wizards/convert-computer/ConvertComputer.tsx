import type { TaskOpening } from '../../stores/navigation-store.ts'
import { TaskWizardView } from '../task-wizard/TaskWizardView.tsx'
import { convertComputerWizard } from './convert-computer-wizard.ts'

/** The wizard "Convert a computer". */
export const ConvertComputer = ({ opening }: { readonly opening: TaskOpening }) => (
  <TaskWizardView wizard={convertComputerWizard} opening={opening} />
)
