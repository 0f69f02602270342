import type { Finding } from '../../contract/models/finding.ts'
import type { ConsentKind } from '../../contract/models/plan.ts'
import type { FrozenStep } from '../frozen-plan.ts'
import type { NamedSecret } from './batch-secrets.ts'
import type { TemplateStep } from './frozen-batch.ts'

/** What a wizard would do on many computers, before any of them is looked at. */
export interface BatchTemplate {
  readonly title: string
  /** Every step that any computer may need, in order; a computer does those that it needs. */
  readonly steps: readonly TemplateStep[]
  readonly secrets: readonly NamedSecret[]
  readonly consents: readonly ConsentKind[]
  readonly findings: readonly Finding[]
}

/** A step that is the same on every computer. */
export const fixed = (step: FrozenStep): TemplateStep => ({ ...step, open: [], title: null, perComputer: null })

/** How many computers, in words. */
export const computersInWords = (count: number): string => (count === 1 ? '1 computer' : `${count} computers`)
