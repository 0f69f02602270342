import type { ErrorCode } from '../contract/app-error.ts'
import type { WmiOperation } from './wmi-error.ts'
import { formatHresult, hresults, WmiError, wmiErrorCode } from './wmi-error.ts'

/** What a sentence about a failure may name. Never the text of a query or the value of a parameter. */
export interface FailureContext {
  /** The computer's name, or "this computer". */
  readonly computer: string
  /** The namespace, class or method concerned. */
  readonly subject?: string
}

type Sentence = (context: FailureContext) => string

const about = ({ subject }: FailureContext, otherwise: string): string => subject ?? otherwise

/**
 * Windows' codes in plain sentences: problem and cause (WMI SDK, "WMI Error Constants"; winerror.h). What to do next
 * stands in wmi-remedies.ts.
 */
const sentences: Readonly<Record<number, Sentence>> = {
  [hresults.accessDenied]: ({ computer }) => `The account may not use WMI on ${computer}: Windows denied access.`,
  [hresults.wbemAccessDenied]: ({ computer }) =>
    `The account may connect to ${computer}, but not do this: WMI denied access.`,
  [hresults.wbemFailed]: ({ computer }) => `WMI on ${computer} failed without saying why.`,
  [hresults.wbemNotFound]: (context) => `${about(context, 'The object')} was not found on ${context.computer}.`,
  [hresults.wbemInvalidParameter]: (context) =>
    `WMI on ${context.computer} did not accept a parameter of ${about(context, 'the request')}.`,
  [hresults.wbemInvalidNamespace]: (context) =>
    `The Windows version of ${context.computer} lacks ${about(context, 'the namespace')}.`,
  [hresults.wbemInvalidClass]: (context) =>
    `The Windows version of ${context.computer} lacks the class that is needed${context.subject ? ` for ${context.subject}` : ''}.`,
  [hresults.wbemInvalidQuery]: ({ computer }) =>
    `WMI on ${computer} did not understand a query: a property may be missing in its Windows version.`,
  [hresults.wbemInvalidMethod]: (context) =>
    `The Windows version of ${context.computer} lacks ${about(context, 'the method')}.`,
  [hresults.wbemInvalidMethodParameters]: (context) =>
    `WMI on ${context.computer} did not accept the parameters of ${about(context, 'the method')}.`,
  [hresults.wbemLocalCredentials]: () => 'A user name cannot be given for the computer that the app runs on.',
  [hresults.wbemTransportFailure]: ({ computer }) => `The connection to ${computer} broke or could not be made.`,
  [hresults.logonFailure]: ({ computer }) => `${computer} does not know the user name, or the password is wrong.`,
  [hresults.rpcUnavailable]: ({ computer }) =>
    `${computer} does not answer WMI requests: it is off, asleep, or a firewall is in between.`,
  [hresults.hostNotFound]: ({ computer }) => `The name ${computer} was not found.`,
  [hresults.hostUnreachable]: ({ computer }) => `There is no way through the network to ${computer}.`,
}

/** A WmiError with a plain sentence for the HRESULT; an unknown one is quoted in figures. */
export const wmiFailure = (
  operation: WmiOperation,
  hresult: number,
  context: FailureContext,
  code: ErrorCode = wmiErrorCode(hresult),
): WmiError => {
  const sentence = sentences[hresult >>> 0]
  const message = sentence?.(context) ?? `WMI on ${context.computer} failed with ${formatHresult(hresult)}.`
  return new WmiError(operation, hresult, message.charAt(0).toUpperCase() + message.slice(1), code)
}
