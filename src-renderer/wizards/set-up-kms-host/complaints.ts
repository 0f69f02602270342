import type { Finding } from '../../../src-main/contract/models/finding.ts'
import type { ProductKeyCheck } from '../../../src-main/contract/models/product-key-check.ts'
import { hostKey as keyWords } from '../../strings/set-up-kms-host/host-key.ts'
import type { TargetFieldName } from '../target-step/target-complaints.ts'
import type { Draft } from './draft.ts'
import type { OptionsAnswer, PairingState } from './machine.ts'

/** The fields that can be complained about; each names the element that takes the focus. */
export type FieldName =
  | TargetFieldName
  | 'hostKey'
  | 'overrule'
  | 'generation'
  | 'port'
  | 'activationInterval'
  | 'renewalInterval'
  | `publishList${string}`

/** What is wrong with a field, said when Next is pressed. */
export interface Complaint {
  readonly field: FieldName
  readonly message: string
}

/** What is wrong with a checked key; null where the plan may be proposed. */
export const keyComplaint = (draft: Draft, check: ProductKeyCheck): Complaint | null => {
  if (check.findings.some((finding) => finding.level === 'problem'))
    return { field: 'hostKey', message: keyWords.complaints.problem }
  const open = check.findings.find((finding) => finding.level === 'warning' && !draft.overruled.includes(finding.check))
  return open === undefined ? null : { field: 'overrule', message: keyWords.complaints.overrule }
}

/** What speaks against the computer, or against the chosen generation of host keys on it; null where nothing does. */
export const pairingComplaint = (pairing: PairingState): Complaint | null => {
  const problem = pairing.phase === 'known' ? pairing.answer.findings.find(isProblem) : undefined
  return problem === undefined ? null : { field: 'generation', message: keyWords.complaints.pairing }
}

const isProblem = (finding: Finding): boolean => finding.level === 'problem'
const isOptionField = (field: string | undefined): field is FieldName =>
  field === 'port' ||
  field === 'activationInterval' ||
  field === 'renewalInterval' ||
  field?.startsWith('publishList') === true

/** The first field of the options that cannot be used as it is; null where all can. */
export const optionsComplaint = ({ settings, list }: OptionsAnswer): Complaint | null => {
  const problem = [...settings.findings, ...(list?.findings ?? [])].find(isProblem)
  if (problem === undefined) return null
  return { field: isOptionField(problem.field) ? problem.field : 'port', message: problem.message }
}
