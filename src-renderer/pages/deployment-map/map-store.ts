import { createStore } from 'zustand/vanilla'
import type { AppError } from '../../../src-main/contract/app-error.ts'
import type { EstatePlace } from '../../../src-main/contract/models/estate.ts'
import type { EstateMap } from '../../../src-main/contract/models/estate-map.ts'
import type { Bridge } from '../../bridge/create-bridge.ts'
import { typedList } from '../../format/typed-list.ts'

export interface MapState {
  /** Domains as typed; empty for those of the computers. */
  readonly domains: string
  readonly making: boolean
  readonly error: AppError | null
  /** The last map; it stays while a new one is made. */
  readonly map: EstateMap | null
}

/** Makes maps of a place. */
export const createMapMaking = (bridge: Bridge, place: EstatePlace) => {
  const store = createStore<MapState>(() => ({ domains: '', making: false, error: null, map: null }))
  let controller: AbortController | null = null
  const stop = (): void => {
    controller?.abort()
    controller = null
    store.setState({ making: false })
  }
  return {
    store,
    editDomains: (domains: string): void => store.setState({ domains }),
    stop,
    async make(): Promise<void> {
      stop()
      const mine = new AbortController()
      controller = mine
      store.setState({ making: true, error: null })
      const domains = [...typedList(store.getState().domains)]
      const answer = await bridge.call('estate.map', { place, domains, servers: [] }, { signal: mine.signal })
      // Made anew meanwhile, or stopped: this answer is nobody's any more.
      if (controller !== mine) return
      store.setState(answer.ok ? { making: false, map: answer.value } : { making: false, error: answer.error })
    },
  }
}

/** The making of an opened page. */
export type MapMaking = ReturnType<typeof createMapMaking>
