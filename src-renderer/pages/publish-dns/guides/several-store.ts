import { createStore } from 'zustand/vanilla'
import type { AppError } from '../../../../src-main/contract/app-error.ts'
import type { PermissionStep, PermissionSteps } from '../../../../src-main/contract/models/dns-survey.ts'
import type { Bridge } from '../../../bridge/create-bridge.ts'
import { typedList } from '../../../format/typed-list.ts'
import { several as words } from '../../../strings/publish-dns/guides.ts'

/** What was typed for the check-list. */
export interface SeveralFields {
  readonly domain: string
  readonly group: string
  readonly hosts: string
}

export interface SeveralState {
  readonly fields: SeveralFields
  readonly busy: boolean
  readonly error: AppError | null
  readonly answer: PermissionSteps | null
  /** Steps that the person ticked off. */
  readonly done: readonly PermissionStep['id'][]
}

const mostHosts = 16

const hostsError = (message: string): AppError => ({ code: 'invalid-input', field: 'hosts', message, retryable: false })

/** The check-list for several KMS hosts. The ticks live as long as the page. */
export const createSeveral = (bridge: Bridge, domain: string) => {
  const store = createStore<SeveralState>(() => ({
    fields: { domain, group: 'Key Management Service Group', hosts: '' },
    busy: false,
    error: null,
    answer: null,
    done: [],
  }))
  return {
    store,
    edit: (patch: Partial<SeveralFields>): void =>
      store.setState(({ fields }) => ({ fields: { ...fields, ...patch }, error: null, answer: null })),
    tick: (id: PermissionStep['id'], on: boolean): void =>
      store.setState(({ done }) => ({ done: [...done.filter((one) => one !== id), ...(on ? [id] : [])] })),
    async show(): Promise<void> {
      const { fields, busy } = store.getState()
      if (busy) return
      const hosts = [...typedList(fields.hosts)]
      if (hosts.length === 0) return store.setState({ error: hostsError(words.hostsMissing), answer: null })
      if (hosts.length > mostHosts)
        return store.setState({ error: hostsError(words.tooManyHosts(hosts.length, mostHosts)), answer: null })
      store.setState({ busy: true, error: null })
      const result = await bridge.call('dns.permissionSteps', { domain: fields.domain, group: fields.group, hosts })
      store.setState(
        result.ok ? { busy: false, answer: result.value } : { busy: false, error: result.error, answer: null },
      )
    },
  }
}

/** The check-list of an opened page. */
export type SeveralGuide = ReturnType<typeof createSeveral>
