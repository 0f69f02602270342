import { configureClient as words } from '../../strings/configure-client/options.ts'
import type { TaskWizard } from '../task-wizard/task-wizard.ts'
import { clientComplaint, clientDraft, clientFieldNames, unchangedFields, type ClientFields } from './client-fields.ts'
import { clientEndText } from './client-end-text.ts'
import { ClientOptions } from './ClientOptions.tsx'
import { ClientResult } from './ClientResult.tsx'
import { clientRefusal } from './refusal.ts'

const activatesOnly = (kinds: readonly string[]): boolean => kinds.every((kind) => kind === 'kms-client.activate')

/** Sets how one KMS client finds its host, and activates it. */
export const configureClientWizard: TaskWizard<ClientFields> = {
  name: 'configure-client',
  words: {
    title: words.title,
    stepNames: words.stepNames,
    target: {
      heading: words.targetHeading,
      intro: words.targetIntro,
      passed: words.passed,
      failed: words.failed,
    },
    optionsHeading: words.heading,
    optionsIntro: words.intro,
    running: words.running,
  },
  initialFields: () => unchangedFields,
  fieldNames: clientFieldNames,
  complaint: clientComplaint,
  toDraft: (fields, { target }) => clientDraft(fields, target),
  refusal: clientRefusal,
  Options: ClientOptions,
  commit: ({ steps, targetName }) =>
    activatesOnly(steps.map(({ kind }) => kind)) ? words.commitActivate(targetName) : words.commitConfigure(targetName),
  endText: clientEndText,
  Result: ClientResult,
}
