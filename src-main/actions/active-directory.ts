import { z } from 'zod'
import { AppFailure } from '../contract/app-error.ts'
import type { Finding } from '../contract/models/finding.ts'
import { parseProductKey } from '../licensing/product-key.ts'
import type { ActionContext } from './action.ts'
import { versionFindings } from './licensing-object.ts'
import { elevationFindings } from './local-rights.ts'
import { versionGates } from './version-gates.ts'

/** Characters that the name of an activation object may have (slmgr.md 1.7). slmgr does not look. */
const longestObjectName = 40

/** What every activation of a forest needs: the KMS host key, as the name of a secret, and its end. */
export const keyShape = {
  /** Name of the plan's secret that is the key. */
  key: z.string().min(1).max(64),
  lastFive: z.string().regex(/^[A-Z0-9]{5}$/),
}
/** The name of the activation object; null lets Windows choose it. */
export const objectNameShape = { objectName: z.string().trim().min(1).nullable() }

/** "as Contoso", or nothing where Windows chooses the name. */
export const namedObject = (objectName: string | null): string => (objectName === null ? '' : ` as "${objectName}"`)

const placeFindings = ({ target }: ActionContext): readonly Finding[] => {
  switch (target.place) {
    case 'this-computer':
      return []
    case 'network':
      return [
        {
          check: 'active-directory-remote',
          level: 'problem',
          message:
            'Windows creates activation objects with the account of the person who asks, and an account that is lent to another computer over WMI reaches no domain controller from there.',
          remedy: 'Run the app on that computer, signed in with an account that may write to CN=Activation Objects.',
        },
      ]
    case 'lab':
      return [
        {
          check: 'active-directory-remote',
          level: 'info',
          message: 'In a real network this works at the computer itself alone, not from another one.',
        },
      ]
  }
}

const nameFindings = (objectName: string | null): readonly Finding[] =>
  objectName === null || objectName.length <= longestObjectName
    ? []
    : [
        {
          check: 'object-name',
          level: 'problem',
          field: 'objectName',
          message: `The name of the activation object has ${objectName.length} characters; ${longestObjectName} are allowed.`,
          remedy: 'Choose a shorter name. It cannot be changed later.',
        },
      ]

/**
 * Whether a forest can be activated from the target. slmgr refuses all of these options for another computer (slmgr.md 1.7
 * and 4); so does the app, because the account does not reach a second computer. Throws WmiError.
 */
export const directoryFindings = async (
  context: ActionContext,
  objectName: string | null,
): Promise<readonly Finding[]> => {
  const place = placeFindings(context)
  const findings = [...elevationFindings(context), ...nameFindings(objectName), ...place]
  if (place.some(({ level }) => level === 'problem')) return findings
  return [...findings, ...(await versionFindings(context, versionGates.activeDirectory))]
}

/** The key in full. Throws AppFailure: `secret-missing`, or `invalid-input` that says what is wrong with it. */
export const directoryKey = (context: ActionContext, name: string): string => {
  const parsed = parseProductKey(context.secret(name))
  if (parsed.outcome === 'key') return parsed.key.text
  const [fault] = parsed.faults
  throw new AppFailure({
    code: 'invalid-input',
    message: fault?.message ?? 'This is no product key.',
    ...(fault ? { remedy: fault.remedy } : {}),
    field: name,
    retryable: false,
  })
}

/** What is said of undoing: the object is the undo, and it is LDAP's. */
export const objectUndo = {
  possible: false,
  sentence: 'The activation object is removed with slmgr.vbs /del-ao or ADSI Edit; the activation is not given back.',
} as const

/** What an interrupted activation of a forest leaves: WMI does not show activation objects. */
export const unknownObject = {
  state: 'cannot-tell',
  outcome:
    'WMI does not show activation objects. Look with slmgr.vbs /ao-list whether the object is there, then discard the plan or make it anew.',
} as const
