import type { LabComputer, LabOverview } from '../../../src-main/contract/models/lab.ts'
import type { LabFault } from '../../../src-main/contract/models/lab-fault.ts'
import type { computerChoices } from '../../strings/lab/computers.ts'

/** What the table can be narrowed to. */
export type ComputerChoice = keyof typeof computerChoices

/** The faults that can strike a computer: its own and those of all computers, without those that are used up. */
export const faultsOn = (faults: readonly LabFault[], host: string): readonly LabFault[] =>
  faults.filter((fault) => fault.left !== 0 && (fault.host === '*' || fault.host === host))

const isChosen = (computer: LabComputer, choice: ComputerChoice, faults: readonly LabFault[]): boolean => {
  switch (choice) {
    case 'all':
      return true
    case 'activated':
      return computer.licence?.status === 1
    case 'not-activated':
      return computer.licence !== null && computer.licence.status !== 1
    case 'kms-hosts':
      return computer.licence?.kind === 'kms-host'
    case 'off':
      return computer.power !== 'on'
    case 'faulty':
      return faultsOn(faults, computer.host).length > 0
  }
}

const searchable = ({ fullName, osCaption, role, state, licence }: LabComputer): string =>
  [fullName, osCaption, role, state, licence?.statusText, licence?.kmsHost].join('\n').toLowerCase()

/** The computers of a choice in which every word of the filter occurs, in any case and any column. */
export const filterComputers = (
  { computers, faults }: Pick<LabOverview, 'computers' | 'faults'>,
  text: string,
  choice: ComputerChoice,
): readonly LabComputer[] => {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return computers.filter((computer) => {
    const haystack = searchable(computer)
    return isChosen(computer, choice, faults) && words.every((word) => haystack.includes(word))
  })
}
