import type { ComDeadlines } from '../../../src-main/wmi/com/com-deadlines.ts'
import { createComSite } from '../../../src-main/wmi/com/com-site.ts'
import { unusedSite } from '../../support/unused-site.ts'
import type { Site, WmiSession } from '../../../src-main/wmi/wmi-session.ts'

/** The COM site with one call in flight, as Wine needs it; DNS and ports are not asked. */
export const comSite = (deadlines: Partial<ComDeadlines> = {}, callsInFlight = 1): Site =>
  createComSite({
    ...unusedSite,
    callsInFlight,
    deadlines,
    resolveSrv: (name) => Promise.resolve({ outcome: 'none', name, server: null }),
    probe: (host, port) => Promise.resolve({ host, port, outcome: 'no-answer', detail: null }),
  })

/** Gives `body` a session of this computer and closes it. */
export const withSession = async <T>(namespace: string, body: (session: WmiSession) => Promise<T>): Promise<T> => {
  const session = await comSite().connect({ host: null }, namespace)
  try {
    return await body(session)
  } finally {
    await session.close()
  }
}
