/** The wizards that are made with wizards/task-wizard. Each is `wizard` in its drafts and plans as well. */
export const taskWizardNames = ['configure-client', 'convert-computer', 'prepare-image', 'prepare-remote'] as const
export type TaskWizardName = (typeof taskWizardNames)[number]

/** Whether a plan was made by one of these wizards. */
export const isTaskWizard = (wizard: string): wizard is TaskWizardName =>
  taskWizardNames.some((name) => name === wizard)
