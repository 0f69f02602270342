import { AppFailure } from '../../contract/app-error.ts'
import type { Finding } from '../../contract/models/finding.ts'
import type { SetUpKmsHostDraft } from '../../contract/models/plan.ts'
import { targetLabel } from '../../contract/models/target.ts'
import { checkProductKey } from '../../licensing/product-key-check.ts'
import type { SecretVault } from '../../store/secret-vault.ts'
import type { FrozenStep } from '../frozen-plan.ts'
import type { Draft } from '../proposal.ts'

/** What planning a KMS host needs besides the draft. */
export interface KmsHostPlannerParts {
  readonly vault: Pick<SecretVault, 'get' | 'kindOf'>
  /** Whether a key is a fictional one of the Lab; such a key is refused outside the Lab. */
  readonly isLabKey: (key: string) => boolean
  /** Name of the computer that the app runs on. */
  readonly computerName: string
}

const keyName = 'hostKey'

const refuseKey = (finding: Finding): AppFailure =>
  new AppFailure({
    code: 'invalid-input',
    message: finding.message,
    ...(finding.remedy === undefined ? {} : { remedy: finding.remedy }),
    field: keyName,
    retryable: false,
  })

/** Findings about the key that people must read; throws for those that stop or that were not overruled. */
const keyFindings = (draft: SetUpKmsHostDraft, parts: KmsHostPlannerParts) => {
  const typed = parts.vault.get(draft.hostKey)
  if (parts.vault.kindOf(draft.hostKey) !== 'product-key')
    throw new AppFailure({
      code: 'invalid-input',
      message: 'This is not a product key.',
      field: keyName,
      retryable: false,
    })
  const question = {
    typed,
    purpose: 'kms-host' as const,
    labKey: parts.isLabKey(typed),
    inLab: draft.target.place === 'lab',
  }
  const { findings, lastFive } = checkProductKey({ ...question, osBuild: null })
  const inTheWay = findings.find(
    ({ level, check }) => level === 'problem' || (level === 'warning' && !draft.overruled.includes(check)),
  )
  if (inTheWay) throw refuseKey(inTheWay)
  if (lastFive === null)
    throw new AppFailure({
      code: 'invalid-input',
      message: 'The key cannot be read.',
      field: keyName,
      retryable: false,
    })
  return { lastFive, findings: findings.filter(({ level }) => level !== 'ok') }
}

/**
 * Plans "Set up a KMS host": snapshot, key, proof that it is a host key, activation, firewall where wanted, restart of
 * the licensing service, verification. Throws AppFailure `invalid-input` (field `hostKey`) for a key that is malformed,
 * a client setup key, a Lab key outside the Lab, or one with a warning that was not overruled; `secret-missing`.
 */
export const planKmsHost = (draft: SetUpKmsHostDraft, parts: KmsHostPlannerParts): Draft => {
  const { lastFive, findings } = keyFindings(draft, parts)
  const name = draft.target.place === 'this-computer' ? parts.computerName : targetLabel(draft.target)
  const steps: readonly FrozenStep[] = [
    { kind: 'licensing.read-snapshot', params: {} },
    { kind: 'product-key.install', params: { key: keyName, lastFive, purpose: 'kms-host' } },
    { kind: 'product-key.confirm-kms-host', params: { lastFive } },
    { kind: 'product.activate-online', params: { lastFive } },
    ...(draft.openFirewall ? [{ kind: 'firewall.allow-kms', params: {} }] : []),
    { kind: 'service.restart-licensing', params: {} },
    { kind: 'kms-host.verify', params: {} },
  ]
  return {
    wizard: draft.wizard,
    title: `Make ${name} a KMS host`,
    target: draft.target,
    steps,
    secrets: [{ name: keyName, label: `the KMS host key`, ref: draft.hostKey }],
    consents: ['kms-key-warning'],
    findings,
  }
}
