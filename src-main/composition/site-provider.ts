import { join } from 'node:path'
import type { TargetRef } from '../contract/models/target.ts'
import type { EnginePool } from '../engine/engine-pool.ts'
import type { EngineSite } from '../engine/protocol.ts'
import type { SiteProvider } from '../plans/site-provider.ts'

/** Where the state of a Lab scenario is kept, inside the folder of all Labs. */
export const labFolderOf = (labs: string, scenario: string): string => join(labs, scenario)

/** The place that a target is in, as an engine is told. */
export const placeOf = (target: TargetRef, labs: string): EngineSite => {
  switch (target.place) {
    case 'this-computer':
    case 'network':
      return { place: 'network' }
    case 'lab':
      return { place: 'lab', scenario: target.scenario, folder: labFolderOf(labs, target.scenario) }
  }
}

/** The plans' way to computers: engines of the pool. `labs` is the folder that holds every Lab's state. */
export const createSiteProvider = (pool: Pick<EnginePool, 'site' | 'exclusive'>, labs: string): SiteProvider => ({
  shared: (target) => pool.site(placeOf(target, labs)),
  exclusive: (target) => pool.exclusive(placeOf(target, labs)),
})
