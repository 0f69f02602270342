import { withDeadline } from '../wmi-deadline.ts'
import { hresults, WmiError } from '../wmi-error.ts'
import { wmiFailure } from '../wmi-messages.ts'
import type { Endpoint, Site, WmiSession } from '../wmi-session.ts'
import { joinMultithreadedApartment } from './apartment.ts'
import { CallGate } from './call-gate.ts'
import type { ComDeadlines } from './com-deadlines.ts'
import { defaultComDeadlines } from './com-deadlines.ts'
import type { ComLibrary } from './com-library.ts'
import { comLibrary } from './com-library.ts'
import { ComSession } from './com-session.ts'
import { connectServices } from './connect.ts'
import { isLocalComputer } from './local-computer.ts'
import { initializeSecurity } from './security.ts'

/** How to reach the network besides COM; given by the engine, which alone may use src-main/network. */
export interface ComSiteOptions extends Omit<Site, 'connect'> {
  /** COM calls at the same time: many on Windows, one under Wine, whose WMI is not thread-safe. */
  readonly callsInFlight: number
  readonly deadlines?: Partial<ComDeadlines>
}

/** A port that answers does so within milliseconds; a dead computer would cost WMI half a minute and more. */
const rpcEndpointMapper = 135

let prepared: Promise<ComLibrary> | undefined

/** Loads COM and joins the apartment, once per process. */
const prepare = (): Promise<ComLibrary> => {
  prepared ??= comLibrary().then((library) => {
    joinMultithreadedApartment(library)
    initializeSecurity(library)
    return library
  })
  return prepared
}

const checkHost = (host: string): void => {
  if (/[\\/\s"]/.test(host)) throw new WmiError('connect', hresults.hostNotFound, 'This is not the name of a computer.')
}

/** Finds out in seconds what WMI would need minutes for. Throws WmiError where port 135 does not answer. */
const knock = async (options: ComSiteOptions, host: string, signal: AbortSignal): Promise<void> => {
  const { outcome } = await options.probe(host, rpcEndpointMapper, signal)
  signal.throwIfAborted()
  switch (outcome) {
    case 'open':
      return
    case 'name-not-found':
      throw wmiFailure('connect', hresults.hostNotFound, { computer: host })
    case 'failed':
      throw wmiFailure('connect', hresults.hostUnreachable, { computer: host })
    case 'refused':
    case 'no-answer':
      throw wmiFailure('connect', hresults.rpcUnavailable, { computer: host })
  }
}

/**
 * The real network, reached with WMI over COM. On a platform other than Windows `connect` fails with a WmiError that
 * says so; DNS questions and port probes work everywhere.
 */
export const createComSite = (options: ComSiteOptions): Site => {
  const gate = new CallGate(options.callsInFlight)
  const deadlines = { ...defaultComDeadlines, ...options.deadlines }

  const open = async (endpoint: Endpoint, namespace: string, signal: AbortSignal): Promise<WmiSession> => {
    const host = isLocalComputer(endpoint.host) ? null : endpoint.host
    if (host === null && endpoint.credential) {
      throw wmiFailure('connect', hresults.wbemLocalCredentials, { computer: 'this computer' })
    }
    if (host !== null) {
      checkHost(host)
      await knock(options, host, signal)
    }
    const library = await prepare()
    const target: Endpoint = endpoint.credential ? { host, credential: endpoint.credential } : { host }
    const services = await gate.run(() => connectServices(library, target, namespace, host ?? 'this computer'), signal)
    return new ComSession(services, gate, deadlines)
  }

  return {
    connect: (endpoint, namespace, signal) => {
      if (process.platform !== 'win32') {
        const sentence = 'WMI can be reached from Windows only. Use the Lab on this computer.'
        return Promise.reject(new WmiError('connect', hresults.wbemTransportFailure, sentence))
      }
      return withDeadline(
        'connect',
        deadlines.connect,
        signal,
        (inner) => open(endpoint, namespace, inner),
        (late) => void late.close(),
      )
    },
    resolveSrv: options.resolveSrv,
    probe: options.probe,
    lookupAuthoritative: options.lookupAuthoritative,
    updateSrv: options.updateSrv,
    probeKms: options.probeKms,
  }
}
