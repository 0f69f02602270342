import type { TaskWizardName } from '../../stores/task-wizards.ts'

/** A task that can be done on the selected computers, as a command bar names it. */
export interface BatchCommand {
  readonly wizard: TaskWizardName
  /** With the three dots of a command that asks first. */
  readonly label: string
  readonly hint: string
}

/** The tasks for a selection, those that people want most first. `openBatch(wizard, computers)` opens each. */
export const batchCommands: readonly BatchCommand[] = [
  {
    wizard: 'configure-client',
    label: 'Configure as KMS clients…',
    hint: 'How they find their KMS host, and activation now',
  },
  { wizard: 'convert-computer', label: 'Convert…', hint: 'From MAK or retail to KMS, and back' },
  { wizard: 'prepare-image', label: 'Rearm…', hint: 'Begin the time without activation anew' },
  { wizard: 'prepare-remote', label: 'Prepare remote management…', hint: 'Firewall and accounts for WMI' },
]

/** The name of the menu that holds them. @param count how many computers are selected */
export const batchCommandsLabel = (count: number): string =>
  count === 1 ? 'Do a task on it' : `Do a task on these ${count}`
