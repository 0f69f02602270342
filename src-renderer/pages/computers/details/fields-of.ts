import type { ComputerRow } from '../../../../src-main/contract/models/estate.ts'
import type { LabOverview } from '../../../../src-main/contract/models/lab.ts'
import { emptyTarget, type TargetFields } from '../../../wizards/target-step/target-fields.ts'

/** A computer of the list as the step "Computer" of a wizard takes it; its password is typed there. */
export const fieldsOf = (row: ComputerRow, overview: LabOverview | null): TargetFields => {
  const user = row.user ?? ''
  if (row.place.place === 'network') return { ...emptyTarget('network'), host: row.host, user }
  const host = row.host.toLowerCase()
  const known = overview?.computers.find(
    (computer) => computer.host.toLowerCase() === host || computer.fullName.toLowerCase() === host,
  )
  return { ...emptyTarget('lab'), labHost: known?.host ?? row.host, labUser: user }
}
