import type { CimObject } from '../wmi/cim-values.ts'
import { WmiError } from '../wmi/wmi-error.ts'
import type { WmiSession } from '../wmi/wmi-session.ts'
import type { ActionContext } from './action.ts'

/** Which of several queries a connection answered, so that those which it refused are not tried again. */
const answered = new WeakMap<WmiSession, Map<readonly string[], number>>()

const isRefused = (thrown: unknown): boolean => thrown instanceof WmiError && thrown.code === 'wmi-invalid-query'

const tryFrom = async (
  session: WmiSession,
  queries: readonly string[],
  at: number,
  signal: AbortSignal,
): Promise<{ readonly rows: readonly CimObject[]; readonly at: number }> => {
  try {
    return { rows: await session.query(queries[at] ?? '', signal), at }
  } catch (thrown) {
    // Windows refuses a whole query that names one property it lacks (slmgr.md 0.1).
    if (isRefused(thrown) && at + 1 < queries.length) return tryFrom(session, queries, at + 1, signal)
    throw thrown
  }
}

/**
 * Runs the first of several queries that the Windows version does not refuse, and says which. They name fewer and fewer
 * properties. Throws WmiError.
 */
export const queryFirstOf = async (
  context: ActionContext,
  queries: readonly string[],
): Promise<{ readonly rows: readonly CimObject[]; readonly at: number }> => {
  const session = await context.session('root\\cimv2')
  const known = answered.get(session) ?? new Map<readonly string[], number>()
  answered.set(session, known)
  const found = await tryFrom(session, queries, known.get(queries) ?? 0, context.signal)
  known.set(queries, found.at)
  return found
}

/** The rows in which a property is asked for: the one of the service, and of products those with a key, which are few. */
const few = {
  SoftwareLicensingService: (name: string) => `SELECT Version, ${name} FROM SoftwareLicensingService`,
  SoftwareLicensingProduct: (name: string) =>
    `SELECT ID, ${name} FROM SoftwareLicensingProduct WHERE PartialProductKey <> NULL`,
} as const
export type LicensingClass = keyof typeof few

/**
 * Whether a licensing class has a property, found by asking for it: what a Windows version can do is seen from its
 * classes and not from the name of the product. Throws WmiError for anything but a refused query.
 */
export const hasProperty = async (
  context: ActionContext,
  className: LicensingClass,
  name: string,
): Promise<boolean> => {
  const session = await context.session('root\\cimv2')
  try {
    await session.query(few[className](name), context.signal)
    return true
  } catch (thrown) {
    if (isRefused(thrown)) return false
    throw thrown
  }
}
