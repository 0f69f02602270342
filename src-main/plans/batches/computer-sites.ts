import type { TargetRef } from '../../contract/models/target.ts'
import type { Site, WmiSession } from '../../wmi/wmi-session.ts'
import type { ExclusiveSite, SiteProvider } from '../site-provider.ts'

/** The way to one computer for the length of its turn, and the end of it. */
export interface ComputerSites extends SiteProvider {
  /** Closes what is open. Never throws. */
  end(): Promise<void>
}

interface Way {
  readonly engine: ExclusiveSite
  readonly sessions: Map<string, Promise<WmiSession>>
}

/**
 * Keeps a computer's connections open from the first look at it to its last step, because a connection costs more than what
 * is asked over it. One over which something failed is not used again, and an engine that hung or died is left.
 */
export const computerSites = (sites: SiteProvider, target: TargetRef): ComputerSites => {
  let way: Promise<Way> | undefined

  const open = async (): Promise<Way> => ({ engine: await sites.exclusive(target), sessions: new Map() })
  const current = async (): Promise<Way> => {
    const seen = way
    const known = await seen?.catch(() => undefined)
    if (known && known.engine.alive !== false) return known
    known?.engine.release()
    if (way === seen) way = open()
    return way ?? open()
  }
  const connect: Site['connect'] = async (endpoint, namespace, signal) => {
    const { engine, sessions } = await current()
    const key = JSON.stringify([endpoint.host, namespace])
    const opening = sessions.get(key) ?? engine.site.connect(endpoint, namespace, signal)
    sessions.set(key, opening)
    const guarded = async <T>(work: Promise<T>): Promise<T> => {
      try {
        return await work
      } catch (thrown) {
        if (sessions.get(key) === opening) sessions.delete(key)
        throw thrown
      }
    }
    const session = await guarded(opening)
    return {
      query: (wql, inner) => guarded(session.query(wql, inner)),
      call: (path, method, input, inner) => guarded(session.call(path, method, input, inner)),
      deleteInstance: (path, inner) => guarded(session.deleteInstance(path, inner)),
      close: async () => {},
    }
  }
  const kept: Site = { ...sites.shared(target), connect }
  return {
    shared: () => kept,
    exclusive: async () => {
      const { engine } = await current()
      return {
        site: kept,
        kill: () => {
          way = undefined
          engine.kill()
          engine.release()
        },
        release: () => {},
      }
    },
    end: async () => {
      const last = await way?.catch(() => undefined)
      way = undefined
      if (!last) return
      const opened = await Promise.allSettled(last.sessions.values())
      await Promise.allSettled(opened.map((one) => (one.status === 'fulfilled' ? one.value.close() : undefined)))
      last.engine.release()
    },
  }
}
