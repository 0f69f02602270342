import type { TargetClock } from '../contract/models/licensing-details.ts'
import { property, uint } from '../wmi/cim-values.ts'
import type { ActionContext } from './action.ts'

/**
 * The clock that the target's is compared with: that of the app's own computer; in the Lab, where time is moved on, that of
 * the computer that the technician sits at.
 */
const referenceTime = async (context: ActionContext): Promise<Date> => {
  if (context.target.place !== 'lab') return context.now()
  const session = await context.site.connect({ host: null }, 'root\\cimv2', context.signal)
  try {
    const [row = {}] = await session.query('SELECT LocalDateTime FROM Win32_OperatingSystem', context.signal)
    const told = property(row, 'LocalDateTime')
    return told instanceof Date ? told : context.now()
  } finally {
    void session.close()
  }
}

/**
 * The clock of the target, its offset from UTC, and by how much it differs from the clock of the app's own computer. Where
 * Windows does not tell, the app's clock stands in, at UTC. Throws WmiError.
 */
export const readTargetClock = async (context: ActionContext): Promise<TargetClock> => {
  const session = await context.session('root\\cimv2')
  const wql = 'SELECT LocalDateTime, CurrentTimeZone FROM Win32_OperatingSystem'
  const [row = {}] = await session.query(wql, context.signal)
  const here = await referenceTime(context)
  const told = property(row, 'LocalDateTime')
  const time = told instanceof Date ? told : here
  return {
    time: time.toISOString(),
    utcOffset: uint(row, 'CurrentTimeZone'),
    ahead: Math.round((time.getTime() - here.getTime()) / 1000),
  }
}
