import type { BatchView } from '../../../../src-main/contract/models/batch.ts'
import type { ConsentKind } from '../../../../src-main/contract/models/plan.ts'
import type { Question } from '../../../stores/question-store.ts'
import { batchRun } from '../../../strings/batch/run.ts'

const questions: Record<ConsentKind, (count: number) => Question> = {
  'kms-key-warning': batchRun.hostWarning,
  'mak-activations': batchRun.makWarning,
  rearms: batchRun.rearmWarning,
}

/** What is asked once before a batch is started, each with the number of computers that it means. */
export const consentQuestions = ({ consents, total }: Pick<BatchView, 'consents' | 'total'>): readonly Question[] =>
  consents.map((consent) => questions[consent](total))
