import type { TargetRef } from '../../contract/models/target.ts'
import type { ExclusiveSite, SiteProvider } from '../site-provider.ts'

/** Writing steps that one engine carries at the same time. */
const stepsPerEngine = 16

interface Lane {
  readonly engine: Promise<ExclusiveSite>
  open: ExclusiveSite | null
  steps: number
  /** Takes no more steps: one of its calls hangs, or its process has ended. */
  isRetired: boolean
}

/** Sites for many computers at once, and the end of it. */
export interface SharedEngines extends SiteProvider {
  /** Gives the engines back once no step uses them. Never throws. */
  rest(): void
}

const placeOf = (target: TargetRef): string => (target.place === 'lab' ? `lab ${target.scenario}` : 'network')

/**
 * Lets several writing steps share an engine, because an engine each for a hundred computers would fill the memory. A step
 * that hangs retires its engine: no step is given to it any more, and it is ended when the others in it are done.
 */
export const shareEngines = (sites: SiteProvider): SharedEngines => {
  const lanes = new Map<string, Lane[]>()

  const end = (lane: Lane): void => {
    for (const [place, all] of lanes)
      lanes.set(
        place,
        all.filter((one) => one !== lane),
      )
    if (lane.isRetired) lane.open?.kill()
    lane.open?.release()
  }
  const leave = (lane: Lane): void => {
    lane.steps -= 1
    if (lane.open?.alive === false) lane.isRetired = true
    if (lane.steps === 0 && lane.isRetired) end(lane)
  }
  const hasRoom = (lane: Lane): boolean => !lane.isRetired && lane.open?.alive !== false && lane.steps < stepsPerEngine

  const enter = async (target: TargetRef): Promise<Lane> => {
    const place = placeOf(target)
    const known = lanes.get(place) ?? []
    const lane: Lane = known.find(hasRoom) ?? {
      engine: sites.exclusive(target),
      open: null,
      steps: 0,
      isRetired: false,
    }
    lane.steps += 1
    if (!known.includes(lane)) lanes.set(place, [...known, lane])
    try {
      lane.open = await lane.engine
      return lane
    } catch (thrown) {
      lane.isRetired = true
      leave(lane)
      throw thrown
    }
  }
  return {
    shared: (target) => sites.shared(target),
    exclusive: async (target) => {
      const lane = await enter(target)
      const { site } = await lane.engine
      let left = false
      return {
        site,
        get alive() {
          return lane.open?.alive !== false && !lane.isRetired
        },
        kill: () => {
          lane.isRetired = true
        },
        release: () => {
          if (left) return
          left = true
          leave(lane)
        },
      }
    },
    rest: () => {
      for (const lane of [...lanes.values()].flat()) if (lane.steps === 0) end(lane)
    },
  }
}
