import type { BatchPolicy } from '../../../../src-main/contract/models/batch.ts'
import { batchPolicy as words } from '../../../strings/batch/policy.ts'

/** How a batch goes through its computers, as label and sentence. */
export const policyFacts = ({
  onFailure,
  canary,
  concurrency,
}: BatchPolicy): readonly (readonly [string, string])[] => [
  [
    words.labels.onFailure,
    typeof onFailure === 'string' ? words.summary[onFailure] : words.summary.stopAfter(onFailure.stopAfter),
  ],
  [words.labels.canary, canary === null ? words.summary.allAtOnce : words.summary.canary(canary)],
  [words.labels.concurrency, words.summary.concurrency(concurrency)],
]
