import { longestAdvance } from '../../../src-main/contract/lab-clock.ts'
import { clock, units } from '../../strings/lab/lab.ts'

/** A unit in which the clock can be moved on. */
export type Unit = keyof typeof units

const minutesIn: Record<Unit, number> = { minutes: 1, hours: 60, days: 24 * 60 }

/** A typed amount in minutes, or what is wrong with it. */
export const readAmount = (
  typed: string,
  unit: Unit,
): { readonly ok: true; readonly minutes: number } | { readonly ok: false; readonly message: string } => {
  const text = typed.trim()
  if (text === '') return { ok: false, message: clock.amountMissing(units[unit]) }
  const most = Math.floor(longestAdvance / minutesIn[unit])
  const value = /^\d{1,7}$/.test(text) ? Number(text) : 0
  if (value < 1 || value > most) return { ok: false, message: clock.amountWrong(text, most, units[unit]) }
  return { ok: true, minutes: value * minutesIn[unit] }
}
