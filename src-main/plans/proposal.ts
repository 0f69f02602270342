import { randomUUID } from 'node:crypto'
import type { BoundAction, Catalogue } from '../actions/bound-action.ts'
import { AppFailure } from '../contract/app-error.ts'
import type { Finding } from '../contract/models/finding.ts'
import type { ConsentKind, DeferredSetting } from '../contract/models/plan.ts'
import { targetLabel, type SecretRef, type TargetRef } from '../contract/models/target.ts'
import type { SecretKind, SecretVault } from '../store/secret-vault.ts'
import { digestOf } from './freeze.ts'
import { passwordName, type FrozenPlan, type FrozenStep, type PlanSecret } from './frozen-plan.ts'
import { bindSteps } from './plan-parts.ts'

/** What a planner hands over: everything that decides what will be done, not yet frozen. */
export interface Draft {
  readonly wizard: string
  readonly title: string
  readonly target: TargetRef
  readonly steps: readonly FrozenStep[]
  /** Secrets that the steps need, by the name that their parameters use; the target's password is added by itself. */
  readonly secrets: readonly { readonly name: string; readonly label: string; readonly ref: SecretRef }[]
  readonly consents: readonly ConsentKind[]
  readonly findings: readonly Finding[]
  /** Settings that the plan leaves for later, because Windows refuses them now. */
  readonly deferred?: readonly DeferredSetting[]
}

/** A plan that was shown to a person and waits to be committed. It lives in memory alone. */
export interface Proposal {
  readonly frozen: FrozenPlan
  readonly digest: string
  readonly findings: readonly Finding[]
  readonly actions: readonly BoundAction[]
  readonly secrets: ReadonlyMap<string, SecretRef>
  /** When each consent was given (ISO 8601). */
  readonly consented: Map<ConsentKind, string>
  readonly expiresAt: number
}

/** What freezing needs of the vault. */
export type VaultView = Pick<SecretVault, 'kindOf' | 'fingerprint' | 'get'>

const passwordOf = (target: TargetRef): { name: string; label: string; ref: SecretRef }[] =>
  target.place === 'this-computer' || target.credential === undefined
    ? []
    : [{ name: passwordName, label: `the password of ${target.credential.user}`, ref: target.credential.password }]

const lastFive = (kind: SecretKind, value: string): string | null =>
  kind === 'product-key'
    ? value
        .toUpperCase()
        .replace(/[^A-Z0-9]/g, '')
        .slice(-5)
    : null

/** What a frozen document keeps of a secret. Throws AppFailure `secret-missing` where the reference means nothing. */
export const describeSecret = (vault: VaultView, secret: Draft['secrets'][number]): PlanSecret => {
  const kind = vault.kindOf(secret.ref)
  // An unknown reference throws `secret-missing` here, before anything is planned with it.
  const value = vault.get(secret.ref)
  return {
    name: secret.name,
    kind: kind ?? 'password',
    label: secret.label,
    lastFive: lastFive(kind ?? 'password', value),
    fingerprint: vault.fingerprint(secret.ref),
  }
}

/**
 * Freezes a draft: from now on nothing of it changes, and the digest stands for all of it. Throws AppFailure
 * `invalid-input` for an unknown step, `secret-missing` for a reference that means nothing.
 */
export const freeze = (
  draft: Draft,
  parts: {
    readonly catalogue: Catalogue
    readonly vault: VaultView
    readonly now: Date
    readonly lifetime: number
    readonly computerName: string
  },
): Proposal => {
  const secrets = [...draft.secrets, ...passwordOf(draft.target)]
  const frozen: FrozenPlan = {
    planId: randomUUID(),
    wizard: draft.wizard,
    title: draft.title,
    target: draft.target,
    targetName: draft.target.place === 'this-computer' ? parts.computerName : targetLabel(draft.target),
    createdAt: parts.now.toISOString(),
    consents: [...draft.consents],
    steps: [...draft.steps],
    secrets: secrets.map((secret) => describeSecret(parts.vault, secret)),
    ...(draft.deferred?.length ? { deferred: [...draft.deferred] } : {}),
  }
  if (frozen.steps.length === 0)
    throw new AppFailure({ code: 'invalid-input', message: 'A plan needs at least one step.', retryable: false })
  return {
    frozen,
    digest: digestOf(frozen),
    findings: draft.findings,
    actions: bindSteps(parts.catalogue, frozen.steps),
    secrets: new Map(secrets.map(({ name, ref }) => [name, ref])),
    consented: new Map(),
    expiresAt: parts.now.getTime() + parts.lifetime,
  }
}
