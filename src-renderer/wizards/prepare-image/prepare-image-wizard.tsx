import { Panel } from '../../components/Panel.tsx'
import { prepareImage as words } from '../../strings/prepare-image.ts'
import type { TaskWizard } from '../task-wizard/task-wizard.ts'
import { imageComplaint, imageDraft, type ImageFields } from './image-fields.ts'
import { ImageOptions } from './ImageOptions.tsx'

const generalizes = (steps: readonly { readonly kind: string }[]): boolean =>
  steps.some(({ kind }) => kind === 'windows.generalize')

/** Rearms a computer, or generalizes it for an image. */
export const prepareImageWizard: TaskWizard<ImageFields> = {
  name: 'prepare-image',
  words: {
    title: words.title,
    stepNames: words.stepNames,
    target: { heading: words.targetHeading, intro: words.targetIntro, passed: words.passed, failed: words.failed },
    optionsHeading: words.heading,
    optionsIntro: words.intro,
    running: words.running,
  },
  initialFields: () => ({ task: null }),
  fieldNames: ['task'],
  complaint: imageComplaint,
  toDraft: (fields, { target }) => imageDraft(fields, target),
  Options: ImageOptions,
  reviewNote: ({ steps, targetName }) =>
    generalizes(steps) ? (
      <Panel level="warning" title={words.generalizeTitle(targetName)}>
        {words.generalizeNote}
      </Panel>
    ) : null,
  commit: ({ steps, targetName }) =>
    generalizes(steps) ? words.commitGeneralize(targetName) : words.commitRearm(targetName),
  endText: ({ plan }) => ({
    heading: words.endHeading(plan.state, plan.targetName),
    text: generalizes(plan.steps) ? words.generalized : words.rearmed,
  }),
}
