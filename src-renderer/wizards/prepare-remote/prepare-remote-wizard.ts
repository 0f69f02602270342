import { prepareRemote as words } from '../../strings/prepare-remote.ts'
import type { TaskWizard } from '../task-wizard/task-wizard.ts'
import { remoteComplaint, remoteDraft, firstFields, type RemoteFields } from './remote-fields.ts'
import { RemoteChanges } from './RemoteChanges.tsx'

/** Tests the way to a computer, and opens it: by a plan where it answers, by a script where it does not. */
export const prepareRemoteWizard: TaskWizard<RemoteFields> = {
  name: 'prepare-remote',
  words: {
    title: words.title,
    stepNames: words.stepNames,
    target: {
      heading: words.targetHeading,
      intro: words.targetIntro,
      passed: words.passed,
      failed: words.failed,
      failedAt: words.failedAt,
    },
    optionsHeading: words.heading,
    optionsIntro: words.intro,
    running: words.running,
  },
  initialFields: firstFields,
  fieldNames: ['profiles', 'subnets', 'options'],
  complaint: remoteComplaint,
  toDraft: (fields, { target, test }) => remoteDraft(fields, target, test),
  ask: (bridge, target, signal) => bridge.call('remote.test', { target }, { signal }),
  // A computer that cannot be reached gets a script on the next page.
  accepts: ({ phase }) => phase === 'done',
  Options: RemoteChanges,
  commit: ({ targetName }) => words.commit(targetName),
  endText: ({ plan }) => ({ heading: words.endHeading(plan.state, plan.targetName), text: words.done }),
}
