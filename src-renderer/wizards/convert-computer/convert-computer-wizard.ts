import { convert as words } from '../../strings/convert-computer.ts'
import type { TaskWizard } from '../task-wizard/task-wizard.ts'
import {
  conversionComplaint,
  conversionDraft,
  conversionFieldNames,
  conversionSecrets,
  initialConversion,
  type ConversionFields,
} from './conversion-fields.ts'
import { ConversionOptions } from './ConversionOptions.tsx'
import { ConversionResult } from './ConversionResult.tsx'

/** Changes how one computer is activated: MAK, KMS client, retail, and the way back from a KMS host. */
export const convertComputerWizard: TaskWizard<ConversionFields> = {
  name: 'convert-computer',
  words: {
    title: words.title,
    stepNames: words.stepNames,
    target: { heading: words.targetHeading, intro: words.targetIntro, passed: words.passed, failed: words.failed },
    optionsHeading: words.heading,
    optionsIntro: words.intro,
    running: words.running,
  },
  initialFields: initialConversion,
  fieldNames: conversionFieldNames,
  complaint: conversionComplaint,
  secrets: conversionSecrets,
  toDraft: conversionDraft,
  Options: ConversionOptions,
  commit: ({ targetName }, { direction, activation }) => {
    if (direction !== 'kms-to-mak') return words.commitClient(targetName)
    return activation === 'later' ? words.commitMakLater(targetName) : words.commitMak(targetName)
  },
  endText: ({ plan: { state, steps, targetName } }) =>
    state === 'done' && steps.some(({ error }) => error?.code === 'activation-pending')
      ? { heading: words.notActivatedHeading(targetName), text: words.notActivated }
      : { heading: words.endHeading(state, targetName), text: words.done },
  Result: ConversionResult,
}
