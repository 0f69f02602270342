import type { AppError } from '../contract/app-error.ts'
import { fail, toAppError } from '../contract/app-error.ts'
import type { CimScalar, CimValue } from '../wmi/cim-values.ts'
import type { Site, SrvUpdate, WmiSession } from '../wmi/wmi-session.ts'
import { WmiError, wmiErrorToValue } from '../wmi/wmi-error.ts'
import type { EngineClient } from './engine-client.ts'
import { asAppError } from './engine-client.ts'
import type { EngineSite } from './protocol.ts'

const isList = (value: CimValue): value is readonly CimScalar[] => Array.isArray(value)

/** The protocol's arrays are mutable, a caller's need not be. */
const mutableCopy = (input: Readonly<Record<string, CimValue>>): Record<string, CimScalar | CimScalar[]> =>
  Object.fromEntries(Object.entries(input).map(([name, value]) => [name, isList(value) ? [...value] : value]))

const errorOf = (thrown: unknown, computer: string): AppError =>
  thrown instanceof WmiError ? wmiErrorToValue(thrown, computer) : toAppError(thrown)

const plainUpdate = ({ seen, key, ...rest }: SrvUpdate) => ({ ...rest, seen: [...seen], key: key && { ...key } })

/** A session that lives in an engine process and dies with it. */
const engineSession = (client: EngineClient, session: string): WmiSession => ({
  query: (wql, signal) => client.request({ op: 'query', session, wql }, signal),
  call: (path, method, input = {}, signal) =>
    client.request({ op: 'call', session, path, method, input: mutableCopy(input) }, signal),
  deleteInstance: async (path, signal) => {
    await client.request({ op: 'delete-instance', session, path }, signal)
  },
  close: async () => {
    await client.request({ op: 'close', session }).catch(() => undefined)
  },
})

/** A Site whose work is done by an engine process; `engine` names the one to use and may start it. */
export const engineBackedSite = (place: EngineSite, engine: () => Promise<EngineClient>): Site => ({
  connect: async ({ host, credential }, namespace, signal) => {
    const client = await engine()
    const { session } = await client.request(
      { op: 'connect', site: place, host, namespace, ...(credential ? { credential: { ...credential } } : {}) },
      signal,
    )
    return engineSession(client, session)
  },
  resolveSrv: async (name, server, signal) => {
    try {
      const client = await engine()
      const question = { op: 'resolve-srv', site: place, name, ...(server === undefined ? {} : { server }) } as const
      return await client.request(question, signal)
    } catch (thrown) {
      const asked = server ?? null
      const error = errorOf(thrown, server ?? 'this computer')
      return { outcome: 'could-not-ask', name, server: asked, error }
    }
  },
  probe: async (host, port, signal) => {
    try {
      return await (await engine()).request({ op: 'probe', site: place, host, port }, signal)
    } catch (thrown) {
      return { host, port, outcome: 'failed', detail: thrown instanceof Error ? thrown.message : null }
    }
  },
  lookupAuthoritative: async (domain, servers, signal) => {
    try {
      const client = await engine()
      const more = servers === undefined ? {} : { servers: [...servers] }
      return await client.request({ op: 'lookup-authoritative', site: place, domain, ...more }, signal)
    } catch (thrown) {
      return { outcome: 'could-not-ask', domain, name: '', error: errorOf(thrown, servers?.[0] ?? 'this computer') }
    }
  },
  updateSrv: async (update, signal) => {
    try {
      const client = await engine()
      const result = await client.request({ op: 'update-srv', site: place, update: plainUpdate(update) }, signal)
      return result.ok ? result : fail(asAppError(result.error))
    } catch (thrown) {
      return fail(errorOf(thrown, update.server))
    }
  },
  probeKms: async (host, port, signal) => {
    try {
      return await (await engine()).request({ op: 'probe-kms', site: place, host, port }, signal)
    } catch (thrown) {
      return { host, port, outcome: 'failed', detail: thrown instanceof Error ? thrown.message : null }
    }
  },
})
