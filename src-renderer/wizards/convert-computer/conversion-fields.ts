import { directionFrom, primaryProduct } from '../../../src-main/contract/conversion-directions.ts'
import type { ConversionDirection, ConvertComputerDraft } from '../../../src-main/contract/models/conversion.ts'
import { convert as words } from '../../strings/convert-computer.ts'
import type { FieldComplaint } from '../target-step/target-machine.ts'
import type { TaskWizard, TestedComputer } from '../task-wizard/task-wizard.ts'

/** Which client setup key: the one that fits by its edition, the typed one, or a published one by its text. */
export type SetupKeyChoice = string
/** The choice that leaves the key to the edition of the computer. */
export const suggestedKey: SetupKeyChoice = 'suggested'
/** The choice of the key that is typed. */
export const ownKey: SetupKeyChoice = 'typed'

/** What is typed and chosen on the page "Conversion". Texts outlive another choice. */
export interface ConversionFields {
  /** Null where nothing fits what is installed. */
  readonly direction: ConversionDirection | null
  readonly setupKeyChoice: SetupKeyChoice
  readonly typedSetupKey: string
  readonly mak: string
  /** Names of the checks whose warnings about a typed key the person overruled. */
  readonly overruled: readonly string[]
  readonly activateNow: boolean
  readonly closeFirewall: boolean
  readonly activation: 'online' | 'telephone' | 'later'
}

/** The conversion that fits what the computer has, everything else at its usual value. */
export const initialConversion = ({ snapshot }: Pick<TestedComputer, 'snapshot'>): ConversionFields => ({
  direction: snapshot === null ? null : directionFrom(primaryProduct(snapshot.products)?.kind ?? null),
  setupKeyChoice: suggestedKey,
  typedSetupKey: '',
  mak: '',
  overruled: [],
  activateNow: true,
  closeFirewall: true,
  activation: 'online',
})

/** Names of the fields that main can find fault with. */
export const conversionFieldNames: readonly string[] = ['direction', 'setupKey', 'mak']

/** What is missing before main is asked; whether a key fits is main's to say. Null where nothing is missing. */
export const conversionComplaint = (fields: ConversionFields): FieldComplaint | null => {
  const { direction, setupKeyChoice, typedSetupKey, mak } = fields
  if (direction === null) return { field: 'direction', message: words.complaints.direction }
  if (direction === 'kms-to-mak')
    return mak.trim() === '' ? { field: 'mak', message: words.complaints.makMissing } : null
  return setupKeyChoice === ownKey && typedSetupKey.trim() === ''
    ? { field: 'setupKey', message: words.complaints.setupKeyMissing }
    : null
}

/** The typed keys that the draft needs. A published setup key is none: it stands in the draft in clear. */
export const conversionSecrets: NonNullable<TaskWizard<ConversionFields>['secrets']> = (fields) => {
  const { direction, setupKeyChoice, typedSetupKey, mak } = fields
  if (direction === 'kms-to-mak') return { mak: { kind: 'product-key', value: mak.trim() } }
  return setupKeyChoice === ownKey ? { setupKey: { kind: 'product-key', value: typedSetupKey.trim() } } : {}
}

type Refs = Readonly<Record<string, string>>
type Conversion = ConvertComputerDraft['conversion']

const setupKeyOf = (
  { setupKeyChoice }: ConversionFields,
  refs: Refs,
): Exclude<Conversion, { direction: 'kms-to-mak' }>['setupKey'] => {
  if (setupKeyChoice === suggestedKey) return { from: 'suggested' }
  if (setupKeyChoice === ownKey) return { from: 'typed', ref: refs['setupKey'] ?? '' }
  return { from: 'published', key: setupKeyChoice }
}

/** The conversion in a direction. @param refs references of the typed keys */
export const conversionOf = (fields: ConversionFields, direction: ConversionDirection, refs: Refs): Conversion => {
  const { activateNow, closeFirewall, activation } = fields
  switch (direction) {
    case 'mak-to-kms':
    case 'retail-to-kms':
      return { direction, setupKey: setupKeyOf(fields, refs), activateNow }
    case 'host-to-client':
      return { direction, setupKey: setupKeyOf(fields, refs), activateNow, closeFirewall }
    case 'kms-to-mak':
      return { direction, mak: refs['mak'] ?? '', activation }
  }
}

/** The draft that main turns into a plan. A direction was chosen: the complaint sees to it. */
export const conversionDraft: TaskWizard<ConversionFields>['toDraft'] = (fields, { target }, refs) => ({
  wizard: 'convert-computer',
  target,
  conversion: conversionOf(fields, fields.direction ?? 'retail-to-kms', refs),
  overruled: [...fields.overruled],
})
