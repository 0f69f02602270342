/**
 * Generations of the licensing WMI classes, named after the Windows version whose schema is known (slmgr.md 7): 7 and
 * 2008 R2, 8 and 2012, 8.1 and 2012 R2, 2019 (Windows 10 1809), 23H2 (Windows 11, Server 2022 updated, 2025).
 */
export const generations = ['7', '8.0', '8.1', '2019', '23H2'] as const
export type Generation = (typeof generations)[number]

/** From which generation on a class, property or method exists, and from which on it is gone again. */
export interface Lifetime {
  readonly since?: Generation
  readonly until?: Generation
}

const rank = (generation: Generation): number => generations.indexOf(generation)

/** Whether something with this lifetime exists in a generation. */
export const existsIn = (generation: Generation, { since, until }: Lifetime): boolean =>
  (since === undefined || rank(generation) >= rank(since)) && (until === undefined || rank(generation) < rank(until))
