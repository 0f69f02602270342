import { useEffect } from 'react'
import type { EstatePlace } from '../../../src-main/contract/models/estate.ts'
import { loadLab } from '../../stores/lab-store.ts'
import { usePlaceKind, useScenario } from '../computers/place-store.ts'

/** The place whose estate is shown, the same as on the page "Computers". Null while that is not known. */
export const usePlace = (): EstatePlace | null => {
  const kind = usePlaceKind()
  const scenario = useScenario()
  useEffect(() => void loadLab(), [])
  if (kind === 'network') return networkPlace
  return kind === null || scenario === null ? null : labPlace(scenario)
}

// The same object for the same place, so that effects run once.
const networkPlace: EstatePlace = { place: 'network' }
const labPlaces = new Map<string, EstatePlace>()
const labPlace = (scenario: string): EstatePlace => {
  const place = labPlaces.get(scenario) ?? { place: 'lab', scenario }
  labPlaces.set(scenario, place)
  return place
}
