import type { ActionContext } from '../../actions/action.ts'
import { readZones, zoneFor } from '../../actions/microsoft-dns-rows.ts'
import type { SrvStepWay } from '../../actions/srv-step.ts'
import { AppFailure } from '../../contract/app-error.ts'
import { toExactError } from '../../contract/models/app-error-schema.ts'
import type { PublishKmsDraft, PublishVia } from '../../contract/models/publish-draft.ts'
import { HostName, targetLabel, type TargetRef } from '../../contract/models/target.ts'
import { isDnsName, isWithin, kmsOwnerName } from '../../network/dns-names.ts'
import { noServerName } from '../../network/dns-failure.ts'
import { parseDnsServer } from '../../network/dns-server-address.ts'
import { checkPort } from '../../network/srv-record-input.ts'
import { checkTsigKey } from '../../network/tsig-input.ts'
import type { SecretVault } from '../../store/secret-vault.ts'
import type { Draft } from '../proposal.ts'

type Update = Extract<PublishVia, { readonly kind: 'dynamic-update' }>

/** The name under which a plan keeps its TSIG secret. */
const tsigName = 'tsigSecret'

/** How a plan reaches DNS: its target, the way of its steps and their secrets. */
export interface PublishRoute {
  readonly target: TargetRef
  readonly via: SrvStepWay
  readonly secrets: Draft['secrets']
  /** The zone of a domain. Throws AppFailure with the field `zone` or `domain`, or what asking ran into. */
  zoneOf(context: ActionContext, domain: string): Promise<string>
}

const invalid = (field: string, message: string, remedy: string): AppFailure =>
  new AppFailure({ code: 'invalid-input', field, message, remedy, retryable: false })

const serverOf = ({ server, port }: Update): { readonly host: string; readonly address: string } => {
  const host = server.trim().replace(/^\[(.*)\]$/, '$1')
  const parsed = HostName.safeParse(host)
  const alone = parseDnsServer(host.includes(':') ? `[${host}]` : host)
  if (!parsed.success || alone === null || alone.host !== host) throw new AppFailure(noServerName(server))
  const checked = checkPort(port)
  if (!checked.ok) throw new AppFailure(checked.error)
  return { host, address: host.includes(':') ? `[${host}]:${checked.value}` : `${host}:${checked.value}` }
}

const tsigOf = ({ tsig }: Update, vault: Pick<SecretVault, 'get' | 'kindOf'>) => {
  if (tsig === null) return { key: null, secrets: [] }
  const value = vault.get(tsig.secret)
  if (vault.kindOf(tsig.secret) !== 'tsig-secret')
    throw invalid('tsigSecret', 'This is not the secret of a TSIG key.', 'Enter the secret of the TSIG key again.')
  const key = checkTsigKey({ name: tsig.keyName, algorithm: tsig.algorithm, secret: value })
  if (!key.ok) throw new AppFailure(key.error)
  const { name, algorithm } = key.value
  return {
    key: { keyName: name, algorithm, secret: tsigName },
    secrets: [{ name: tsigName, label: `the secret of the TSIG key ${name}`, ref: tsig.secret }],
  }
}

const typedZone = (typed: string, domain: string): string => {
  const zone = typed.trim().toLowerCase().replace(/\.$/, '')
  if (!isDnsName(zone))
    throw invalid('zone', `"${typed.trim()}" is no DNS zone.`, 'Enter a zone such as "contoso.com".')
  if (isWithin(kmsOwnerName(domain), zone)) return zone
  throw invalid('zone', `"${domain}" does not lie in the zone "${zone}".`, 'Enter the zone that holds the domain.')
}

const updateRoute = (via: Update, vault: Pick<SecretVault, 'get' | 'kindOf'>): PublishRoute => {
  const { host, address } = serverOf(via)
  const { key, secrets } = tsigOf(via, vault)
  const target: TargetRef = via.place.place === 'network' ? { place: 'network', host } : { ...via.place, host }
  return {
    target,
    secrets,
    via: {
      kind: 'dynamic-update',
      server: address,
      transport: via.transport === 'tcp' ? 'tcp' : 'udp-first',
      tsig: key,
    },
    zoneOf: async (context, domain) => {
      if (via.zone !== null) return typedZone(via.zone, domain)
      const lookup = await context.site.lookupAuthoritative(domain, [address], context.signal)
      if (lookup.outcome === 'asked') return lookup.zone
      throw new AppFailure({ ...toExactError(lookup.error), field: lookup.error.field ?? 'server' })
    },
  }
}

const microsoftRoute = (target: TargetRef): PublishRoute => ({
  target,
  secrets: [],
  via: { kind: 'microsoft-dns' },
  zoneOf: async (context, domain) => {
    const zones = await readZones(context)
    const zone = zoneFor(zones, domain)
    if (zone) return zone.name
    throw new AppFailure({
      code: 'not-found',
      field: 'domain',
      target: targetLabel(target),
      message: `${targetLabel(target)} holds no zone for "${domain}".`,
      remedy: `Choose the DNS server that holds the zone, or create the zone there first. Its zones are: ${zones.map(({ name }) => name).join(', ') || 'none'}.`,
      retryable: false,
    })
  },
})

/** Checks the way of a draft. Throws AppFailure `invalid-input` (field `server`, `port`, `tsigName`, `tsigSecret`) or `secret-missing`. */
export const publishRoute = (
  { via }: Pick<PublishKmsDraft, 'via'>,
  vault: Pick<SecretVault, 'get' | 'kindOf'>,
): PublishRoute => (via.kind === 'microsoft-dns' ? microsoftRoute(via.server) : updateRoute(via, vault))
