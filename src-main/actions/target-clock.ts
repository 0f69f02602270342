import type { TargetClock } from '../contract/models/licensing-details.ts'
import { property, uint } from '../wmi/cim-values.ts'
import type { ActionContext } from './action.ts'

/**
 * The clock of the target, its offset from UTC, and by how much it differs from the clock of the app's own computer. Where
 * Windows does not tell, the app's clock stands in, at UTC. Throws WmiError.
 */
export const readTargetClock = async (context: ActionContext): Promise<TargetClock> => {
  const session = await context.session('root\\cimv2')
  const wql = 'SELECT LocalDateTime, CurrentTimeZone FROM Win32_OperatingSystem'
  const [row = {}] = await session.query(wql, context.signal)
  const here = context.now()
  const told = property(row, 'LocalDateTime')
  const time = told instanceof Date ? told : here
  return {
    time: time.toISOString(),
    utcOffset: uint(row, 'CurrentTimeZone'),
    ahead: Math.round((time.getTime() - here.getTime()) / 1000),
  }
}
