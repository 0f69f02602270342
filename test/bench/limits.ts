import type { Limit } from './figure.ts'

/** What the ratios of the figures have to keep, on any machine: each is a comparison within one run. */
export const limits: readonly Limit[] = [
  { name: 'wmi.read', bound: 'at least', ratio: 50 },
  { name: 'wmi.overhead', bound: 'at most', ratio: 2 },
  { name: 'ipc.router', bound: 'at most', ratio: 3 },
  { name: 'fleet.scan', bound: 'at least', ratio: 0.9 },
  { name: 'fleet.memory', bound: 'at most', ratio: 1.5 },
  { name: 'fleet.loop', bound: 'at most', ratio: 1 },
  { name: 'growth.time.1000', bound: 'at most', ratio: 1.1 },
  { name: 'growth.time.10000', bound: 'at most', ratio: 1.1 },
  { name: 'growth.memory.1000', bound: 'at most', ratio: 1.5 },
  { name: 'growth.memory.10000', bound: 'at most', ratio: 1.5 },
  { name: 'plan.run', bound: 'at least', ratio: 0.8 },
  { name: 'table.filter', bound: 'at most', ratio: 1 },
  { name: 'table.scroll', bound: 'at most', ratio: 0 },
  { name: 'start.paint', bound: 'at most', ratio: 1.3 },
  { name: 'start.usable', bound: 'at most', ratio: 1.5 },
]
