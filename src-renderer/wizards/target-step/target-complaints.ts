import type { AppInfo } from '../../../src-main/contract/models/app-info.ts'
import { target as targetWords } from '../../strings/target-step.ts'
import type { TargetFields } from './target-fields.ts'

/** The fields of the step "Computer" that can be complained about; each names the element that takes the focus. */
export type TargetFieldName = 'place' | 'host' | 'user' | 'password' | 'labHost' | 'labUser' | 'labPassword'

/** What is wrong with a field of the step "Computer", said when Next is pressed. */
export interface TargetComplaint {
  readonly field: TargetFieldName
  readonly message: string
}

// The same shape as HostName in the contract, which the window cannot import without zod.
const hostShape = /^[A-Za-z0-9_]([A-Za-z0-9_.:-]*[A-Za-z0-9_])?$/
const words = targetWords.complaints

const accountComplaint = (
  user: string,
  password: string,
  userField: TargetFieldName,
  passwordField: TargetFieldName,
): TargetComplaint | null => {
  if (user.trim() === '' && password !== '') return { field: userField, message: words.userMissing }
  if (user.trim() !== '' && password === '')
    return { field: passwordField, message: words.passwordMissing(user.trim()) }
  return null
}

/** What is wrong with the fields of the step "Computer", before anything is asked; null where nothing is. */
export const targetComplaint = (target: TargetFields): TargetComplaint | null => {
  switch (target.place) {
    case 'this-computer':
      return null
    case 'network': {
      const host = target.host.trim()
      if (host === '') return { field: 'host', message: words.hostMissing }
      if (host.length > 255 || !hostShape.test(host)) return { field: 'host', message: words.hostMalformed(host) }
      return accountComplaint(target.user, target.password, 'user', 'password')
    }
    case 'lab':
      if (target.labHost === '') return { field: 'labHost', message: words.labMissing }
      return accountComplaint(target.labUser, target.labPassword, 'labUser', 'labPassword')
  }
}

/** Whether the chosen computer can only be read and not changed, because the app is not elevated. */
export const lacksElevation = (target: TargetFields, info: AppInfo | null): boolean =>
  target.place === 'this-computer' && info?.elevated === false
