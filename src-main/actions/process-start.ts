import { AppFailure } from '../contract/app-error.ts'
import { uint } from '../wmi/cim-values.ts'
import type { ActionContext } from './action.ts'

/** Return codes of Win32_Process.Create (WMI SDK). */
const codes = { done: 0, accessDenied: 2, insufficientPrivilege: 3 } as const

/**
 * Starts a program on the target through Win32_Process.Create. It says nothing about how the program ends: whoever calls
 * this looks at what it was to change. Throws WmiError, or AppFailure where Windows does not start it.
 */
export const startProcess = async (context: ActionContext, commandLine: string): Promise<void> => {
  const session = await context.session('root\\cimv2')
  const answer = await session.call('Win32_Process', 'Create', { CommandLine: commandLine }, context.signal)
  const code = uint(answer, 'ReturnValue')
  if (code === codes.done) return
  const isDenied = code === codes.accessDenied || code === codes.insufficientPrivilege
  throw new AppFailure({
    code: isDenied ? 'access-denied' : 'wmi-failed',
    message: isDenied
      ? 'Windows does not let this account start programs on the computer.'
      : `Windows could not start a program on the computer (Win32_Process.Create returned ${code}).`,
    remedy: `Run this on the computer itself: ${commandLine}`,
    retryable: false,
  })
}
