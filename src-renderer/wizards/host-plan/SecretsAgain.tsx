import type { RefObject } from 'react'
import type { PlanView } from '../../../src-main/contract/models/plan.ts'
import { MissingSecrets } from '../../plan/MissingSecrets.tsx'
import type { SecretFields } from './use-entered-secrets.ts'

interface Props {
  readonly secrets: PlanView['missingSecrets']
  readonly fields: SecretFields
  readonly area: RefObject<HTMLDivElement | null>
}

/** The fields of what must be typed again; nothing where nothing must. */
export const SecretsAgain = ({ secrets, fields, area }: Props) =>
  secrets.length === 0 ? null : (
    <div ref={area}>
      <MissingSecrets
        secrets={secrets}
        entered={fields.entered}
        complaint={fields.complaint}
        onChange={fields.change}
      />
    </div>
  )
