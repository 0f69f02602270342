import type { Finding } from '../contract/models/finding.ts'
import type { ActionContext } from './action.ts'

/** The finding for a change of this computer by an app that does not run elevated; empty everywhere else. */
export const elevationFindings = (context: Pick<ActionContext, 'target' | 'elevated'>): readonly Finding[] =>
  context.target.place === 'this-computer' && context.elevated === false
    ? [
        {
          check: 'needs-elevation',
          level: 'problem',
          message: 'Changing this computer needs administrator rights, and the app runs without them.',
          remedy: 'Close the app, right-click it and choose “Run as administrator”.',
        },
      ]
    : []
