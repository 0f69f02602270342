import type { ComputerId, EstatePlace } from '../../../src-main/contract/models/estate.ts'
import { go } from '../../stores/navigation-store.ts'
import { choosePlace } from './place-store.ts'
import { lookAt, setSelected, showAll } from './table/view-store.ts'

/** Opens the page "Computers" with these computers selected and none hidden, so that a task can be begun for all of them. */
export const selectComputers = async (place: EstatePlace, ids: readonly ComputerId[]): Promise<void> => {
  choosePlace(place.place)
  lookAt(place)
  showAll()
  setSelected(new Set(ids))
  await go({ page: 'computers' })
}
