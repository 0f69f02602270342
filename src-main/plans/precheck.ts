import type { BoundAction } from '../actions/bound-action.ts'
import type { Finding } from '../contract/models/finding.ts'
import { targetLabel, type SecretRef, type TargetRef } from '../contract/models/target.ts'
import type { SecretVault } from '../store/secret-vault.ts'
import { openContext } from './action-context.ts'
import type { Clock } from './clock.ts'
import { withDeadline } from './deadline.ts'
import type { SiteProvider } from './site-provider.ts'
import { explainFailure } from './step-failure.ts'

/** What looking at a target before planning needs. */
export interface PrecheckParts {
  readonly sites: SiteProvider
  readonly vault: Pick<SecretVault, 'get'>
  readonly clock: Clock
  readonly elevated: boolean | null
}

const precheckDeadline = 60_000

const asFinding = (thrown: unknown, target: TargetRef): Finding => {
  const error = explainFailure(thrown, targetLabel(target))
  return {
    check: 'connection',
    level: 'problem',
    message: error.message,
    ...(error.remedy === undefined ? {} : { remedy: error.remedy }),
    ...(error.hresult === undefined ? {} : { hresult: error.hresult }),
    ...(error.detail === undefined ? {} : { detail: error.detail }),
  }
}

/** Keeps the first of several findings that say the same. */
const distinct = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter(
    (one, index) =>
      findings.findIndex(({ check, message }) => check === one.check && message === one.message) === index,
  )

/**
 * Asks every action whether it can work on the target, one connection for all. Reads only. Throws what the asking itself
 * ran into.
 */
export const askActions = async (
  parts: PrecheckParts,
  target: TargetRef,
  secrets: ReadonlyMap<string, SecretRef>,
  actions: readonly BoundAction[],
): Promise<readonly Finding[]> => {
  const findings: Finding[] = []
  await withDeadline(parts.clock, precheckDeadline, async (signal) => {
    const site = parts.sites.shared(target)
    const { context, close } = openContext({ ...parts, target, site, secrets, signal, note: () => {} })
    try {
      const planned = new Set<string>()
      for (const action of actions) {
        findings.push(...(await action.check({ ...context, planned: new Set(planned) })))
        planned.add(action.kind)
      }
    } finally {
      if (!signal.aborted) await close()
    }
  })
  return distinct(findings)
}

/** As `askActions`, but never throws: what stands in the way (no connection, access denied) is a finding too. */
export const precheck = async (
  parts: PrecheckParts,
  target: TargetRef,
  secrets: ReadonlyMap<string, SecretRef>,
  actions: readonly BoundAction[],
): Promise<readonly Finding[]> => {
  try {
    return await askActions(parts, target, secrets, actions)
  } catch (thrown) {
    return [asFinding(thrown, target)]
  }
}
