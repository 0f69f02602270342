import type { TargetRef } from '../contract/models/target.ts'
import type { Site } from '../wmi/wmi-session.ts'

/** An engine that belongs to one writing step until it is released. */
export interface ExclusiveSite {
  readonly site: Site
  /** Whether the engine still answers; absent means that it does. */
  readonly alive?: boolean
  /** Ends the engine at once: for a call that hangs. Never throws. */
  kill(): void
  /** Gives the engine back. Never throws, also after `kill`. */
  release(): void
}

/** Where the plans get their way to computers from; the engine pool stands behind it. */
export interface SiteProvider {
  /** The place a target is in, for reads; shared with others. */
  shared(target: TargetRef): Site
  /** The same place through an engine of one's own, for writes. Throws AppFailure `engine-lost` where none starts. */
  exclusive(target: TargetRef): Promise<ExclusiveSite>
}
