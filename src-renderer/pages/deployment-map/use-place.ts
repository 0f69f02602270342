import { useEffect } from 'react'
import { create } from 'zustand'
import type { EstatePlace } from '../../../src-main/contract/models/estate.ts'
import { useAppInfo } from '../../stores/app-info-store.ts'
import { loadLab, useLab } from '../../stores/lab-store.ts'

const useChosen = create<{ readonly kind: EstatePlace['place'] | null }>(() => ({ kind: null }))

/** Shows the estate of the network, or of the Lab. */
export const choosePlaceKind = (kind: EstatePlace['place']): void => useChosen.setState({ kind })

/** The place whose estate is shown: the Lab's scenario where the app can manage no real computer. Null while that is not known. */
export const usePlace = (): EstatePlace | null => {
  const chosen = useChosen((state) => state.kind)
  const canManage = useAppInfo((state) => state.info?.canManageThisComputer)
  const scenario = useLab((state) => state.overview?.scenario)
  useEffect(() => void loadLab(), [])
  const kind = chosen ?? (canManage === undefined ? null : canManage ? 'network' : 'lab')
  if (kind === 'network') return networkPlace
  if (kind === null || scenario === undefined) return null
  return labPlace(scenario)
}

// The same object for the same place, so that effects run once.
const networkPlace: EstatePlace = { place: 'network' }
const labPlaces = new Map<string, EstatePlace>()
const labPlace = (scenario: string): EstatePlace => {
  const place = labPlaces.get(scenario) ?? { place: 'lab', scenario }
  labPlaces.set(scenario, place)
  return place
}
