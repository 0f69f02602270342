import type { ErrorCode } from '../contract/app-error.ts'

/** What a person can do about a failure of WMI, or of the way to it; undefined where there is nothing general to say. */
export const wmiRemedy = (code: ErrorCode): string | undefined => {
  switch (code) {
    case 'access-denied':
      // deploying-kms-activation.txt, "Remote Operations Targeting Workgroup Computers"; kms.md 4.
      return String.raw`Use an account that is an administrator of that computer, and allow remote administration there. In a workgroup, use its built-in Administrator, or set the DWORD value LocalAccountTokenFilterPolicy to 1 there (HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System).`
    case 'wrong-password':
      return 'Check the user name, written as DOMAIN\\user or .\\user, and type the password again.'
    case 'rpc-unavailable':
    case 'host-unreachable':
      return 'Check that the computer is on, and that its firewall lets Windows Management Instrumentation in.'
    case 'name-not-found':
      return 'Check the spelling of the computer name, or use its full name or address.'
    case 'timeout':
      return 'Check the state of the computer before you try again.'
    case 'engine-lost':
      return 'Check the state of the computer before you try again; the app has started the engine anew.'
    case 'wmi-invalid-class':
      return 'Check which Windows version the computer runs.'
    default:
      return undefined
  }
}
