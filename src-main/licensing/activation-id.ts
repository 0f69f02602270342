import type { AppError } from '../contract/app-error.ts'
import { quoteInput } from './quote-input.ts'

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A GUID in the one spelling that slmgr compares with: lower case, no braces, no blanks around it (slmgr.md 1.1). */
export const plainGuid = (typed: string): string =>
  typed
    .trim()
    .toLowerCase()
    .replace(/^\{(.*)\}$/, '$1')

/** Whether a text is a GUID in any spelling: case, braces and blanks around it do not matter. */
export const isGuid = (typed: string): boolean => guid.test(plainGuid(typed))

const labels = { activationId: 'activation ID', applicationId: 'application ID' } as const

/**
 * What is wrong with an activation or application ID, naming field and value; null where it is a GUID. slmgr has no such
 * check and puts the text into WQL as it is (slmgr.md 1.1, 1.3).
 */
export const guidFault = (typed: string, field: keyof typeof labels = 'activationId'): AppError | null =>
  isGuid(typed)
    ? null
    : {
        code: 'invalid-input',
        field,
        message:
          typed.trim() === ''
            ? `The ${labels[field]} is empty.`
            : `${quoteInput(typed)} is no ${labels[field]}: it has the form xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx, with hexadecimal digits.`,
        remedy: 'Copy it from the details of the computer (slmgr /dlv all shows it).',
        retryable: false,
      }

/** Whether two GUIDs are the same one. */
export const sameGuid = (left: string, right: string): boolean => plainGuid(left) === plainGuid(right)
