import { create } from 'zustand'
import type { EstatePlace } from '../../../src-main/contract/models/estate.ts'
import { useAppInfo } from '../../stores/app-info-store.ts'
import { useLab } from '../../stores/lab-store.ts'

/** Which kind of place the person chose; null for the usual one. */
const useChosenKind = create<{ readonly kind: EstatePlace['place'] | null }>(() => ({ kind: null }))

/** Shows the computers of the network, or of the Lab. */
export const choosePlace = (kind: EstatePlace['place']): void => useChosenKind.setState({ kind })

/** The kind of place that is shown: the Lab where the app can manage no real computer. Null while that is not known. */
export const usePlaceKind = (): EstatePlace['place'] | null => {
  const chosen = useChosenKind((state) => state.kind)
  const canManage = useAppInfo((state) => state.info?.canManageThisComputer)
  if (chosen !== null) return chosen
  return canManage === undefined ? null : canManage ? 'network' : 'lab'
}

/** The scenario of the Lab; null while it has not been read. */
export const useScenario = (): string | null => useLab((state) => state.overview?.scenario ?? null)

/** Milliseconds by the clock of a place. */
export const clockOf = (kind: EstatePlace['place'], labNow: string | null): number =>
  kind === 'lab' && labNow !== null ? Date.parse(labNow) : Date.now()
