import { mostBatchComputers, type BatchPolicy } from '../../../../src-main/contract/models/batch.ts'
import { batchPolicy as words } from '../../../strings/batch/policy.ts'
import type { FieldComplaint } from '../../target-step/target-machine.ts'

/** How the batch goes through its computers, as it is typed and chosen. Texts outlive another choice. */
export interface PolicyFields {
  readonly onFailure: 'continue' | 'stop-at-first' | 'stop-after'
  readonly stopAfter: string
  readonly tryFirst: boolean
  readonly first: string
  readonly concurrency: string
}

/** From how many computers on a few go first, unless a person wants it otherwise. */
const manyComputers = 20

/** What is chosen at first. @param count how many computers there are */
export const usualPolicy = (count: number): PolicyFields => ({
  onFailure: 'continue',
  stopAfter: '5',
  tryFirst: count >= manyComputers,
  first: '5',
  concurrency: '16',
})

const mostAtOnce = 128

/** A whole number within bounds; null where the text is none. */
const numberIn = (text: string, least: number, most: number): number | null => {
  const typed = text.trim()
  const value = Number(typed)
  return /^\d{1,6}$/.test(typed) && value >= least && value <= most ? value : null
}

/** What is wrong with the policy; null where nothing is. @param count how many computers there are */
export const policyComplaint = (fields: PolicyFields, count: number): FieldComplaint | null => {
  if (fields.onFailure === 'stop-after' && numberIn(fields.stopAfter, 1, mostBatchComputers) === null)
    return { field: 'stopAfter', message: words.numberWrong(fields.stopAfter, mostBatchComputers) }
  if (fields.tryFirst && count > 1 && numberIn(fields.first, 1, count - 1) === null)
    return { field: 'first', message: words.numberWrong(fields.first, count - 1) }
  if (numberIn(fields.concurrency, 1, mostAtOnce) === null)
    return { field: 'concurrency', message: words.numberWrong(fields.concurrency, mostAtOnce) }
  return null
}

/** The policy as main takes it. The complaint saw to the numbers. @param count how many computers there are */
export const toPolicy = (fields: PolicyFields, count: number): BatchPolicy => ({
  onFailure: fields.onFailure === 'stop-after' ? { stopAfter: Number(fields.stopAfter.trim()) } : fields.onFailure,
  canary: fields.tryFirst && count > 1 ? Number(fields.first.trim()) : null,
  concurrency: Number(fields.concurrency.trim()),
})
