import { readSnapshot } from '../../actions/licensing-reader.ts'
import { AppFailure, type AppError } from '../../contract/app-error.ts'
import type { CheckedClientDraft } from '../../contract/models/configure-client-draft.ts'
import type { LicenseSnapshot } from '../../contract/models/license-snapshot.ts'
import { targetLabel } from '../../contract/models/target.ts'
import { readPort } from '../../licensing/host-setting-input.ts'
import { domainFault, kmsHostFault, kmsHostName, suffixListFault } from '../../licensing/kms-client-input.ts'
import type { FrozenStep } from '../frozen-plan.ts'
import { lookAt, type LookParts } from '../look.ts'
import type { Draft } from '../proposal.ts'
import { explainFailure } from '../step-failure.ts'
import { clientChanges, type WantedClient } from './client-changes.ts'
import { clientFindings, clientProduct } from './client-findings.ts'
import { refuseInput } from './host-setting-steps.ts'

/** What planning the settings of a KMS client needs besides the draft. */
export interface ClientPlannerParts extends LookParts {
  /** Name of the computer that the app runs on. */
  readonly computerName: string
}

const refuse = (error: AppError | null): void => {
  if (error !== null) throw new AppFailure(error)
}

const checkedHost = (host: string): string => {
  refuse(kmsHostFault(host))
  return kmsHostName(host)
}

/** The port as a number; null for an empty one, which stands for 1688. */
const checkedPort = (typed: string): number | null => {
  if (typed.trim() === '') return null
  const read = readPort(typed)
  if (read.outcome === 'refused') throw refuseInput(read.finding)
  return read.value
}

const checkedDomain = (domain: string): string => {
  refuse(domainFault(domain, 'lookupDomain'))
  return domain.trim().replace(/\.$/, '')
}

/** A line that holds nothing but blanks is no suffix: it was left over while typing. */
const checkedSuffixes = (typed: readonly string[]): readonly string[] => {
  const suffixes = typed.map((suffix) => suffix.trim().replace(/\.$/, '')).filter((suffix) => suffix !== '')
  refuse(suffixListFault(suffixes, 'dnsSuffixes'))
  return suffixes
}

/** What was typed as it can be set. Throws AppFailure `invalid-input` with the field. */
export const wantedClient = (draft: Omit<CheckedClientDraft, 'target'>): WantedClient => ({
  discovery:
    draft.discovery.mode === 'fixed'
      ? { mode: 'fixed', host: checkedHost(draft.discovery.host), port: checkedPort(draft.discovery.port) }
      : draft.discovery,
  lookupDomain:
    draft.lookupDomain.mode === 'domain'
      ? { mode: 'domain', domain: checkedDomain(draft.lookupDomain.domain) }
      : draft.lookupDomain,
  hostCaching: draft.hostCaching,
  activationType: draft.activationType,
  dnsSuffixes: draft.dnsSuffixes === null ? null : checkedSuffixes(draft.dnsSuffixes),
})

const nothingToDo = (name: string): AppFailure =>
  new AppFailure({
    code: 'invalid-input',
    message: `Nothing would be done: ${name} is set like this already, and it is not to be activated.`,
    remedy: 'Choose another value, or choose to activate the computer now.',
    retryable: false,
  })

const look = (parts: ClientPlannerParts, { target }: CheckedClientDraft, name: string): Promise<LicenseSnapshot> =>
  lookAt(parts, target, readSnapshot).catch((thrown: unknown) => {
    throw new AppFailure(explainFailure(thrown, name), { cause: thrown })
  })

/**
 * Plans "Configure a KMS client": each setting that differs from what the computer has, then the activation. Throws
 * AppFailure `invalid-input` with the field for a text that cannot be used, without one where nothing would be done; and what
 * reading the computer brings (`host-unreachable`, `access-denied`, `timeout` and the like).
 */
export const planClient = async (draft: CheckedClientDraft, parts: ClientPlannerParts): Promise<Draft> => {
  const wanted = wantedClient(draft)
  const name = draft.target.place === 'this-computer' ? parts.computerName : targetLabel(draft.target)
  const snapshot = await look(parts, draft, name)
  const changes = clientChanges(wanted, snapshot)
  const product = clientProduct(snapshot)
  const isPrimary = product === null || product === snapshot.products[0]
  const activation: readonly FrozenStep[] = draft.activate
    ? [{ kind: 'kms-client.activate', params: { activationId: isPrimary ? null : product.activationId } }]
    : []
  if (changes.length + activation.length === 0) throw nothingToDo(name)
  return {
    wizard: draft.wizard,
    title: changes.length === 0 ? `Activate ${name} with a KMS host` : `Configure ${name} as a KMS client`,
    target: draft.target,
    steps: [...changes, ...activation],
    secrets: [],
    consents: [],
    findings: clientFindings(wanted, snapshot, draft.activate),
  }
}
