import { createStore } from 'zustand/vanilla'
import type { AppError } from '../../../../src-main/contract/app-error.ts'
import type { TsigAlgorithm } from '../../../../src-main/contract/models/dns.ts'
import type { BindText } from '../../../../src-main/contract/models/dns-survey.ts'
import type { Bridge } from '../../../bridge/create-bridge.ts'

/** What was typed for the BIND configuration. */
export interface BindFields {
  readonly domain: string
  readonly zone: string
  readonly hosts: readonly { readonly target: string; readonly address: string }[]
  readonly port: string
  readonly priority: string
  readonly weight: string
  readonly ttl: string
  readonly keyName: string
  readonly algorithm: TsigAlgorithm
  readonly server: string
}

export interface BindState {
  readonly fields: BindFields
  readonly busy: boolean
  readonly error: AppError | null
  readonly text: BindText | null
}

/** The most KMS hosts that main takes (contract, BindTextQuestion). */
export const mostHosts = 16

const blankHost = { target: '', address: '' }

/** What was typed for the BIND configuration, and the text that came of it. Changing a field drops the text. */
export const createBind = (bridge: Bridge, domain: string) => {
  const store = createStore<BindState>(() => ({
    fields: {
      domain,
      zone: '',
      hosts: [blankHost],
      port: '1688',
      priority: '0',
      weight: '0',
      ttl: '3600',
      keyName: 'kms-key',
      algorithm: 'hmac-sha256',
      server: '',
    },
    busy: false,
    error: null,
    text: null,
  }))
  const edit = (patch: Partial<BindFields>): void =>
    store.setState(({ fields }) => ({ fields: { ...fields, ...patch }, error: null, text: null }))
  const hosts = () => store.getState().fields.hosts
  return {
    store,
    edit,
    editHost: (index: number, patch: Partial<BindFields['hosts'][number]>): void =>
      edit({ hosts: hosts().map((host, at) => (at === index ? { ...host, ...patch } : host)) }),
    addHost: (): void => edit({ hosts: [...hosts(), blankHost] }),
    removeHost: (index: number): void => edit({ hosts: hosts().filter((_, at) => at !== index) }),
    async make(): Promise<void> {
      const { fields, busy } = store.getState()
      if (busy) return
      store.setState({ busy: true, error: null })
      const result = await bridge.call('dns.bindText', {
        ...fields,
        hosts: [...fields.hosts],
        zone: fields.zone.trim() === '' ? null : fields.zone,
        server: fields.server.trim() === '' ? null : fields.server,
      })
      store.setState(result.ok ? { busy: false, text: result.value } : { busy: false, error: result.error, text: null })
    },
  }
}

/** The BIND configuration of an opened page. */
export type BindGuide = ReturnType<typeof createBind>
