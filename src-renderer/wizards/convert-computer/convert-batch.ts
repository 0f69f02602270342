import type { BatchDraft } from '../../../src-main/contract/models/batch-draft.ts'
import type { ConversionDirection } from '../../../src-main/contract/models/conversion.ts'
import type { ComputerRow } from '../../../src-main/contract/models/estate.ts'
import { batchTasks } from '../../strings/batch/tasks.ts'
import type { BatchWizard, Misfit } from '../batch/batch-wizard.ts'
import {
  conversionComplaint,
  conversionFieldNames,
  conversionOf,
  conversionSecrets,
  initialConversion,
  type ConversionFields,
} from './conversion-fields.ts'
import { directionCounts, directionOf } from './conversion-of-many.ts'
import { ConvertBatchOptions } from './ConvertBatchOptions.tsx'

const words = batchTasks.convert
const noWay: Misfit = { key: 'no-way', title: words.noWay, text: words.noWayText }

/** What is chosen at first: what makes clients of the most. Spending keys, or ending hosts, is for a person to choose. */
const mostFrequent = (computers: readonly ComputerRow[]): ConversionDirection | null => {
  const [first] = [...directionCounts(computers)]
    .filter(([direction]) => direction === 'mak-to-kms' || direction === 'retail-to-kms')
    .toSorted(([, one], [, other]) => other - one)
  return first === undefined || first[1] === 0 ? null : first[0]
}

/** The draft for many. A direction was chosen: the complaint saw to it. Nobody telephones for many computers. */
const toDraft = (fields: ConversionFields, refs: Readonly<Record<string, string>>): BatchDraft => {
  const conversion = conversionOf(fields, fields.direction ?? 'retail-to-kms', refs)
  return {
    wizard: 'convert-computer',
    conversion:
      conversion.direction === 'kms-to-mak'
        ? { ...conversion, activation: conversion.activation === 'later' ? 'later' : 'online' }
        : conversion,
    overruled: [...fields.overruled],
  }
}

/** Changes how many computers are activated. */
export const convertBatch: BatchWizard<ConversionFields> = {
  name: 'convert-computer',
  title: words.title,
  optionsHeading: words.heading,
  initialFields: (computers) => ({ ...initialConversion({ snapshot: null }), direction: mostFrequent(computers) }),
  fieldNames: conversionFieldNames,
  complaint: (fields) =>
    fields.direction === null ? { field: 'direction', message: words.noDirection } : conversionComplaint(fields),
  secrets: conversionSecrets,
  toDraft,
  misfit: (computer) => (directionOf(computer) === null ? noWay : null),
  unfit: ({ direction }, computer) => {
    const own = directionOf(computer)
    return direction === null || own === undefined || own === null || own === direction ? null : words.otherKind
  },
  Options: ConvertBatchOptions,
  commit: words.commit,
}
