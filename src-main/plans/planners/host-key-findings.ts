import { AppFailure } from '../../contract/app-error.ts'
import type { Finding } from '../../contract/models/finding.ts'
import type { CheckedKmsHostDraft } from '../../contract/models/plan.ts'
import { checkProductKey } from '../../licensing/product-key-check.ts'
import type { SecretVault } from '../../store/secret-vault.ts'
import { refuseInput } from './host-setting-steps.ts'

/** What planning a KMS host needs besides the draft. */
export interface KmsHostPlannerParts {
  readonly vault: Pick<SecretVault, 'get' | 'kindOf'>
  /** Whether a key is a fictional one of the Lab; such a key is refused outside the Lab. */
  readonly isLabKey: (key: string) => boolean
  /** Name of the computer that the app runs on. */
  readonly computerName: string
}

/** The name of the host key among the plan's secrets, and of its field. */
export const keyName = 'hostKey'

const refuse = (message: string): AppFailure =>
  new AppFailure({ code: 'invalid-input', message, field: keyName, retryable: false })

/** Findings about the key that people must read. Throws AppFailure for those that stop or that were not overruled. */
export const keyFindings = (
  draft: Pick<CheckedKmsHostDraft, 'hostKey' | 'target' | 'overruled'>,
  parts: KmsHostPlannerParts,
): { readonly lastFive: string; readonly findings: readonly Finding[] } => {
  const typed = parts.vault.get(draft.hostKey)
  if (parts.vault.kindOf(draft.hostKey) !== 'product-key') throw refuse('This is not a product key.')
  const { findings, lastFive } = checkProductKey({
    typed,
    purpose: 'kms-host',
    labKey: parts.isLabKey(typed),
    inLab: draft.target.place === 'lab',
    osBuild: null,
  })
  const inTheWay = findings.find(
    ({ level, check }) => level === 'problem' || (level === 'warning' && !draft.overruled.includes(check)),
  )
  if (inTheWay) throw refuseInput({ ...inTheWay, field: keyName })
  if (lastFive === null) throw refuse('The key cannot be read.')
  return { lastFive, findings: findings.filter(({ level }) => level !== 'ok') }
}
