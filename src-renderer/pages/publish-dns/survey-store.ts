import { createStore } from 'zustand/vanilla'
import type { AppError } from '../../../src-main/contract/app-error.ts'
import type { DnsPlace, DnsSurvey } from '../../../src-main/contract/models/dns-survey.ts'
import type { Bridge } from '../../bridge/create-bridge.ts'
import { typedList } from '../../format/typed-list.ts'
import { page as words } from '../../strings/publish-dns/page.ts'

/** What was typed and chosen above the records. The domains are kept for each network. */
export interface SurveyFields {
  readonly place: DnsPlace['place']
  /** Null until something was typed or found: then what is usual for the network stands there. */
  readonly domains: Readonly<Record<DnsPlace['place'], string | null>>
  readonly servers: Readonly<Record<DnsPlace['place'], string>>
}

export type SurveyPhase =
  | { readonly phase: 'none' }
  | { readonly phase: 'asking'; readonly startedAt: number }
  | { readonly phase: 'cancelled' }
  | { readonly phase: 'failed'; readonly error: AppError }
  | { readonly phase: 'answered'; readonly place: DnsPlace; readonly answer: DnsSurvey }

export interface SurveyState {
  readonly fields: SurveyFields
  readonly survey: SurveyPhase
}

/** What main takes at once (contract, DnsSurveyQuestion). */
const most = { domains: 20, servers: 8 } as const

const tooMany = (field: keyof typeof most, count: number): AppError => ({
  code: 'invalid-input',
  field,
  message: words.tooMany(count, most[field]),
  retryable: false,
})

/** The Lab as far as a look-up needs it. */
export interface LabDns {
  readonly scenario: string
  /** Names of its zones. */
  readonly zones: readonly string[]
}

/** The domains that stand in the field: what was typed, else the zones of the Lab, else none. */
export const shownDomains = ({ place, domains }: SurveyFields, lab: LabDns): string =>
  domains[place] ?? (place === 'lab' ? lab.zones.join(', ') : '')

/**
 * Asks main what DNS holds. Made with the page and kept while it is open, so that nothing typed is lost between its parts.
 */
export const createDnsSurvey = (bridge: Bridge, place: DnsPlace['place'], lab: () => LabDns) => {
  const store = createStore<SurveyState>(() => ({
    fields: { place, domains: { network: null, lab: null }, servers: { network: '', lab: '' } },
    survey: { phase: 'none' },
  }))
  let controller: AbortController | null = null

  const setSurvey = (survey: SurveyPhase): void => store.setState({ survey })

  const placeOf = (fields: SurveyFields): DnsPlace =>
    fields.place === 'lab' ? { place: 'lab', scenario: lab().scenario } : { place: 'network' }

  return {
    store,
    edit(patch: Partial<Pick<SurveyFields, 'place'>> & { readonly domains?: string; readonly servers?: string }): void {
      store.setState(({ fields }) => {
        const at = patch.place ?? fields.place
        return {
          fields: {
            place: at,
            domains: patch.domains === undefined ? fields.domains : { ...fields.domains, [at]: patch.domains },
            servers: patch.servers === undefined ? fields.servers : { ...fields.servers, [at]: patch.servers },
          },
        }
      })
    },
    /** Asks; an answer that was cancelled is dropped. */
    async lookUp(): Promise<void> {
      const { fields, survey } = store.getState()
      if (survey.phase === 'asking') return
      const asked = placeOf(fields)
      const domains = typedList(shownDomains(fields, lab()))
      const servers = typedList(fields.servers[fields.place])
      if (domains.length > most.domains)
        return setSurvey({ phase: 'failed', error: tooMany('domains', domains.length) })
      if (servers.length > most.servers)
        return setSurvey({ phase: 'failed', error: tooMany('servers', servers.length) })
      const mine = new AbortController()
      controller = mine
      setSurvey({ phase: 'asking', startedAt: Date.now() })
      const question = { place: asked, domains: [...domains], servers: [...servers], target: null }
      const result = await bridge.call('dns.survey', question, { signal: mine.signal })
      if (controller !== mine) return
      if (!result.ok) return setSurvey({ phase: 'failed', error: result.error })
      setSurvey({ phase: 'answered', place: asked, answer: result.value })
      const found = result.value.domains.map(({ domain }) => domain).join(', ')
      if (domains.length === 0)
        store.setState(({ fields: now }) => ({ fields: { ...now, domains: { ...now.domains, [asked.place]: found } } }))
    },
    /** Asks anew after a change, the domain that was changed included. */
    lookUpWith(domain: string): Promise<void> {
      const { fields } = store.getState()
      const domains = typedList(shownDomains(fields, lab()))
      if (!domains.some((known) => known.toLowerCase() === domain))
        store.setState({
          fields: { ...fields, domains: { ...fields.domains, [fields.place]: [...domains, domain].join(', ') } },
        })
      return this.lookUp()
    },
    cancel(): void {
      if (controller === null) return
      controller.abort()
      controller = null
      if (store.getState().survey.phase === 'asking') setSurvey({ phase: 'cancelled' })
    },
    dispose(): void {
      controller?.abort()
      controller = null
    },
  }
}

/** The look-up of an opened page. */
export type DnsSurveyor = ReturnType<typeof createDnsSurvey>
