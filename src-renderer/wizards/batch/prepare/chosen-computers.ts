import type { BatchSelection } from '../../../../src-main/contract/models/batch.ts'
import type { ComputerRow } from '../../../../src-main/contract/models/estate.ts'
import type { TargetRef } from '../../../../src-main/contract/models/target.ts'
import type { BatchWizard, Misfit } from '../batch-wizard.ts'

/** Computers for which the task makes no sense for one reason. */
export interface MisfitGroup {
  readonly misfit: Misfit
  readonly computers: readonly ComputerRow[]
}

type Judge = Pick<BatchWizard<object>, 'misfit'>

/** The chosen computers that the task does not fit, by reason. */
export const misfitGroups = (wizard: Judge, computers: readonly ComputerRow[]): readonly MisfitGroup[] => {
  const groups = new Map<string, { misfit: Misfit; computers: ComputerRow[] }>()
  for (const computer of computers) {
    const misfit = wizard.misfit(computer)
    if (misfit === null) continue
    const group = groups.get(misfit.key)
    if (group === undefined) groups.set(misfit.key, { misfit, computers: [computer] })
    else group.computers.push(computer)
  }
  return [...groups.values()]
}

/** The computers without those whose reason is left out. @param leftOut keys of reasons */
export const withoutMisfits = (
  wizard: Judge,
  computers: readonly ComputerRow[],
  leftOut: ReadonlySet<string>,
): readonly ComputerRow[] =>
  computers.filter((computer) => {
    const misfit = wizard.misfit(computer)
    return misfit === null || !leftOut.has(misfit.key)
  })

/** How often each value occurs, the most frequent first. */
export const countedBy = (
  computers: readonly ComputerRow[],
  valueOf: (computer: ComputerRow) => string,
): readonly (readonly [string, number])[] => {
  const counts = new Map<string, number>()
  for (const computer of computers) {
    const value = valueOf(computer)
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts].toSorted(([, one], [, other]) => other - one)
}

/** Computers that the chosen options do not fit, and why. */
export interface UnfitGroup {
  readonly reason: string
  readonly computers: readonly ComputerRow[]
}

/** The computers that the options fit, and the others by their reason. */
export const byFit = <F extends object>(
  wizard: Pick<BatchWizard<F>, 'unfit'>,
  fields: F,
  computers: readonly ComputerRow[],
): { readonly taken: readonly ComputerRow[]; readonly dropped: readonly UnfitGroup[] } => {
  const taken: ComputerRow[] = []
  const groups = new Map<string, ComputerRow[]>()
  for (const computer of computers) {
    const reason = wizard.unfit?.(fields, computer) ?? null
    if (reason === null) taken.push(computer)
    else groups.set(reason, [...(groups.get(reason) ?? []), computer])
  }
  return { taken, dropped: [...groups].map(([reason, dropped]) => ({ reason, computers: dropped })) }
}

/** Computers of one estate as main takes them: it knows their names and accounts. Null where there are none. */
export const selectionOf = (computers: readonly ComputerRow[]): BatchSelection | null => {
  const [first] = computers
  return first === undefined ? null : { place: first.place, ids: computers.map(({ id }) => id) }
}

/** A computer of an estate by its name, for questions that need no account. */
export const targetOf = ({ place, host }: ComputerRow): TargetRef =>
  place.place === 'network' ? { place: 'network', host } : { place: 'lab', scenario: place.scenario, host }
