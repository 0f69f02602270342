import { createStore } from 'zustand/vanilla'
import type { AppError } from '../../../src-main/contract/app-error.ts'
import type { DnsPlace } from '../../../src-main/contract/models/dns-survey.ts'
import type { HostRef, KnownKmsHost } from '../../../src-main/contract/models/known-kms-host.ts'
import type { Bridge } from '../../bridge/create-bridge.ts'
import type { ShownError } from '../../strings/errors.ts'
import { hostKey } from './host-ref.ts'

export interface KnownHostsState {
  /** Null until main has answered. Hosts found in DNS stand here until the page is left. */
  readonly hosts: readonly KnownKmsHost[] | null
  readonly error: AppError | null
  readonly selected: HostRef | null
  readonly finding: boolean
  /** What the last look into DNS brought; null where there was none. */
  readonly found: { readonly count: number; readonly errors: readonly ShownError[] } | null
}

/**
 * The KMS hosts that the app knows, and which of them is shown.
 * @param shown the host that is shown at first
 */
export const createKnownHosts = (bridge: Bridge, shown: HostRef | null = null) => {
  const store = createStore<KnownHostsState>(() => ({
    hosts: null,
    error: null,
    selected: shown,
    finding: false,
    found: null,
  }))
  const select = (selected: HostRef | null): void => store.setState({ selected })

  const load = async (): Promise<void> => {
    const result = await bridge.call('kmsHosts.list', { dns: null })
    if (!result.ok) return store.setState({ error: result.error })
    const known = new Set(result.value.hosts.map(({ host }) => hostKey(host)))
    const { hosts, selected } = store.getState()
    const inDns = (hosts ?? []).filter(({ host, source }) => source === 'dns' && !known.has(hostKey(host)))
    store.setState({ hosts: [...result.value.hosts, ...inDns], error: null })
    // A single host needs no choosing.
    const [only, ...others] = result.value.hosts
    if (selected === null && only !== undefined && others.length === 0) select(only.host)
  }

  return {
    store,
    load,
    select,
    /** Remembers a host and shows it. The error comes back to the form. */
    async add(host: HostRef): Promise<AppError | null> {
      const result = await bridge.call('kmsHosts.add', { host })
      if (!result.ok) return result.error
      await load()
      select(result.value.host)
      return null
    },
    async remove({ host, source }: KnownKmsHost): Promise<void> {
      const { hosts, selected } = store.getState()
      if (source !== 'dns') {
        const result = await bridge.call('kmsHosts.remove', { host })
        if (!result.ok) return store.setState({ error: result.error })
      }
      const gone = hostKey(host)
      store.setState({
        hosts: hosts?.filter((known) => hostKey(known.host) !== gone) ?? null,
        ...(selected !== null && hostKey(selected) === gone ? { selected: null } : {}),
      })
      if (source !== 'dns') await load()
    },
    /** Looks in DNS for hosts that are not in the list yet. */
    async find(place: DnsPlace, domains: readonly string[]): Promise<AppError | null> {
      store.setState({ finding: true, found: null })
      const result = await bridge.call('kmsHosts.list', { dns: { place, domains: [...domains], servers: [] } })
      store.setState({ finding: false })
      if (!result.ok) return result.error
      const { hosts, dnsErrors } = result.value
      const count = hosts.filter(({ source }) => source === 'dns').length
      store.setState({ hosts, error: null, found: { count, errors: dnsErrors } })
      return null
    },
  }
}

/** The list of an opened page. */
export type KnownHosts = ReturnType<typeof createKnownHosts>
