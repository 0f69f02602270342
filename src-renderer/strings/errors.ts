import type { ErrorCode } from '../../src-main/contract/app-error.ts'
import type { PlanView } from '../../src-main/contract/models/plan.ts'

/** An error as it arrives from main: an AppError whose optional fields may also be present and undefined. */
export type ShownError = NonNullable<PlanView['error']>

interface Sentence {
  readonly message: string
  readonly remedy: string
}

/** What to say where main sent a code without a sentence of its own. One entry for each code of the contract. */
export const errorSentences: Record<ErrorCode, Sentence> = {
  'invalid-request': {
    message: 'The window sent a request that the app does not accept.',
    remedy: 'Close the app and start it again. If it comes back, keep the details for a report.',
  },
  'invalid-input': {
    message: 'Something that was typed cannot be used.',
    remedy: 'Correct the marked field and try again.',
  },
  forbidden: {
    message: 'The app refused the request.',
    remedy: 'Close the app and start it again from its own shortcut.',
  },
  'not-found': {
    message: 'What was asked for does not exist any more.',
    remedy: 'Go back to Tasks and open it again from there.',
  },
  'consent-missing': {
    message: 'The warning about the host key was not confirmed for this plan.',
    remedy: 'Start the plan again from the review and answer the warning.',
  },
  'digest-mismatch': {
    message: 'The plan is not the one that was shown.',
    remedy: 'Go back one step so that the plan is made again, and review it.',
  },
  'already-used': {
    message: 'This plan has been started already.',
    remedy: 'Look for it in Tasks under unfinished plans, or in the journal.',
  },
  busy: {
    message: 'The app is busy with this computer.',
    remedy: 'Wait until the running plan has ended, then try again.',
  },
  'name-not-found': {
    message: 'The computer name was not found.',
    remedy: 'Check the spelling, or type the full name with its domain or the address.',
  },
  'host-unreachable': {
    message: 'The computer does not answer.',
    remedy: 'See that it is switched on, awake and on the network.',
  },
  'port-closed': {
    message: 'A port that is needed is closed.',
    remedy: 'Open it in the firewall of that computer, or of a device between here and there.',
  },
  'rpc-unavailable': {
    message: 'The computer answers, but its remote procedure call service does not.',
    remedy:
      'Allow “Windows Management Instrumentation (WMI)” in the firewall of that computer and see that the service “Remote Procedure Call (RPC)” runs.',
  },
  'access-denied': {
    message: 'The account may not manage this computer.',
    remedy: 'Use an account that is a member of the local group Administrators on that computer.',
  },
  'wrong-password': {
    message: 'The user name or the password was not accepted.',
    remedy: 'Type both again. Write the user as DOMAIN\\user, or as .\\user for a local account.',
  },
  'needs-elevation': {
    message: 'Changing this computer needs elevated rights.',
    remedy: 'Close the app, right-click its shortcut and choose “Run as administrator”.',
  },
  'unsupported-version': {
    message: 'The Windows version of this computer is not supported.',
    remedy: 'Choose a computer with Windows 7 or Windows Server 2008 R2 or later.',
  },
  'wmi-invalid-class': {
    message: 'Windows on this computer does not know a class that is needed.',
    remedy: 'See that the Windows version is supported and that its WMI repository is sound.',
  },
  'wmi-invalid-query': {
    message: 'Windows refused a question that the app asked.',
    remedy: 'Keep the details for a report; nothing was changed by it.',
  },
  'wmi-failed': {
    message: 'Windows Management Instrumentation on this computer reported a failure.',
    remedy: 'Look at the Windows result in the details, then try again.',
  },
  'licensing-refused': {
    message: 'The licensing service refused.',
    remedy: 'Look at the Windows result in the details.',
  },
  'activation-pending': {
    message: 'The key is installed, but the computer is not activated yet.',
    remedy: 'Windows asks by itself every two hours. See that a KMS host can be found and reached.',
  },
  'not-a-kms-host': {
    message: 'The key that was installed is not a KMS host key.',
    remedy: 'Get the KMS host key of your organisation from the Microsoft 365 admin center, and start again with it.',
  },
  'firewall-unchanged': {
    message: 'The firewall still does not let KMS traffic in.',
    remedy: 'A group policy may decide over the firewall. Allow “Key Management Service” there, TCP port 1688.',
  },
  'service-stuck': {
    message: 'The licensing service did not stop or start in time.',
    remedy: 'Wait a minute and check again. If it stays so, restart the computer.',
  },
  'secret-missing': {
    message: 'A key or a password is not in memory any more.',
    remedy: 'Type it again. The app never keeps it on disk.',
  },
  'secret-mismatch': {
    message: 'The key or the password differs from the one that this plan was made with.',
    remedy: 'Type the same one, or discard the plan and make a new one.',
  },
  timeout: {
    message: 'The answer did not come in time.',
    remedy: 'The computer may still be working on it. Check again in a minute.',
  },
  cancelled: {
    message: 'It was cancelled. Windows may still carry on with what it had begun.',
    remedy: 'Check the state of the computer before you try again.',
  },
  'engine-lost': {
    message: 'The part of the app that talks to Windows stopped during this step.',
    remedy: 'What Windows did is not known. Check before you go on.',
  },
  'journal-unavailable': {
    message: 'The journal cannot be written, so nothing is changed.',
    remedy: 'See that the drive with your user profile has space and may be written to.',
  },
  'disk-full': {
    message: 'The drive with your user profile is full, so the journal cannot be written.',
    remedy: 'Free some space, then try again. Nothing is changed without a journal.',
  },
  internal: {
    message: 'Something unexpected happened inside the app.',
    remedy: 'Try again. If it comes back, keep the details for a report.',
  },
}

/** The sentence and the remedy to show: main's own where it gave one, else the one of the code. */
export const sentenceOf = (error: ShownError): Sentence => {
  const fallback = errorSentences[error.code]
  return {
    message: error.message.trim() === '' ? fallback.message : error.message,
    remedy: error.remedy === undefined || error.remedy.trim() === '' ? fallback.remedy : error.remedy,
  }
}
