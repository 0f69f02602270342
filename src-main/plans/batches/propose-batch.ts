import { randomUUID } from 'node:crypto'
import { AppFailure } from '../../contract/app-error.ts'
import type { CheckedBatchRequest } from '../../contract/models/batch.ts'
import type { ConsentKind } from '../../contract/models/plan.ts'
import { targetLabel, type SecretRef, type TargetRef } from '../../contract/models/target.ts'
import { targetKey } from '../plan-parts.ts'
import { describeSecret } from '../proposal.ts'
import type { BookedProposal } from '../proposal-book.ts'
import type { BatchParts } from './batch-parts.ts'
import { freezeTarget, passwordNames, withNames } from './batch-secrets.ts'
import { batchTemplate } from './batch-template.ts'
import { resolveTargets } from './estate-accounts.ts'
import { breathe, digestOfBatch, type FrozenBatch, type FrozenTarget } from './frozen-batch.ts'
import { computersInWords } from './template-parts.ts'

/** A batch that was shown to a person and waits to be committed. It lives in memory alone. */
export interface BatchProposal extends BookedProposal {
  readonly frozen: FrozenBatch
  readonly targets: readonly FrozenTarget[]
  readonly secrets: ReadonlyMap<string, SecretRef>
  readonly consented: Map<ConsentKind, string>
}

const halfAnHour = 30 * 60_000
const portion = 500

const refuse = (message: string, remedy: string): AppFailure =>
  new AppFailure({ code: 'invalid-input', field: 'targets', message, remedy, retryable: false })

const sameAccount = (one: TargetRef, other: TargetRef): boolean =>
  one.place === 'this-computer' || other.place === 'this-computer'
    ? one.place === other.place
    : one.credential?.user === other.credential?.user && one.credential?.password === other.credential?.password

const placeOf = (target: TargetRef): string => (target.place === 'lab' ? `the Lab ${target.scenario}` : 'the network')

/** Each computer once. Throws AppFailure for one with two accounts, and for computers of different places. */
const distinct = async (targets: readonly TargetRef[]): Promise<readonly TargetRef[]> => {
  const known = new Map<string, TargetRef>()
  const places = new Set<string>()
  for (const [index, target] of targets.entries()) {
    if (index % portion === portion - 1) await breathe()
    const key = targetKey(target)
    const twin = known.get(key)
    if (twin && !sameAccount(twin, target))
      throw refuse(
        `${targetLabel(target)} stands in the list twice, with different accounts.`,
        'Choose one account for it.',
      )
    places.add(placeOf(target))
    if (!twin) known.set(key, target)
  }
  if (places.size > 1)
    throw refuse(`The computers are in different places: ${[...places].join(', ')}.`, 'Choose computers of one place.')
  return [...known.values()]
}

/**
 * Freezes a draft for many computers: from now on nothing of it changes, and the digest stands for all of it. No computer is
 * asked. Throws AppFailure `invalid-input` with the field, `secret-missing` (field `passwords` for an account's), `not-found`.
 */
export const proposeBatch = async (
  parts: BatchParts,
  { draft, targets: asked, policy }: CheckedBatchRequest,
  retryOf: string | null,
): Promise<BatchProposal> => {
  const chosen = await resolveTargets(asked, parts.estate)
  const targets = await distinct(chosen)
  const [sample] = targets
  if (sample === undefined) throw refuse('No computer is chosen.', 'Choose at least one computer.')
  const template = batchTemplate(draft, sample, targets.length, parts)
  const passwords = passwordNames(targets)
  const secrets = [...template.secrets, ...passwords]
  const names = new Map(passwords.map(({ ref, name }) => [ref, name]))
  const frozen: FrozenBatch = {
    planId: randomUUID(),
    wizard: draft.wizard,
    title: template.title,
    createdAt: parts.clock.now().toISOString(),
    draft: withNames(draft, template.secrets),
    policy,
    consents: [...template.consents],
    steps: [...template.steps],
    secrets: secrets.map((secret) => describeSecret(parts.vault, secret)),
    total: targets.length,
    retryOf,
  }
  const frozenTargets: FrozenTarget[] = []
  for (const [index, target] of targets.entries()) {
    if (index % portion === portion - 1) await breathe()
    frozenTargets.push(freezeTarget(target, names))
  }
  const merged = chosen.length - targets.length
  const twice = {
    check: 'named-twice',
    level: 'info',
    message: `${computersInWords(merged)} stood in the list more than once, and is taken once.`,
  } as const
  return {
    frozen,
    digest: await digestOfBatch(frozen, frozenTargets),
    findings: [...template.findings, ...(merged > 0 ? [twice] : [])],
    targets: frozenTargets,
    secrets: new Map(secrets.map(({ name, ref }) => [name, ref])),
    consented: new Map(),
    expiresAt: parts.clock.now().getTime() + (parts.proposalLifetime ?? halfAnHour),
  }
}
