import type { CodeOrigin } from '../contract/models/error-lookup.ts'
import { formatCode } from './result-code.ts'

/** What a code tells by itself: who reports such codes, and what to do where nothing more is known of it. */
export interface OriginOfCode {
  readonly origin: CodeOrigin
  readonly sentence: string
  /** General steps, for a code that has no explanation of its own. */
  readonly steps: readonly string[]
}

const win32Range = (code: number): CodeOrigin => {
  if (code >= 1700 && code < 2000) return 'rpc'
  if (code >= 8192 && code < 9000) return 'directory'
  if (code >= 9000 && code < 10_000) return 'dns'
  if (code >= 12_000 && code < 12_200) return 'http'
  return 'win32'
}

/** The licensing codes by their fourth digit, as slerror.h groups them: C004B and C004C servers, C004D to C004F services. */
const licensingRange = (low: number): CodeOrigin => {
  if (low >= 0xb000 && low < 0xd000) return 'licensing-server'
  if (low >= 0xf300 && low < 0xf400) return 'token-activation'
  return 'licensing-service'
}

const originOf = (code: number): CodeOrigin => {
  if (code === 0) return 'success'
  if (code <= 0xffff) return win32Range(code)
  const high = code >>> 16
  const low = code & 0xffff
  switch (high) {
    case 0x8007:
      return win32Range(low)
    case 0xc004:
    case 0x4004:
      return low < 0xb000 ? 'other' : licensingRange(low)
    case 0x8004:
      if (low >= 0x1000 && low < 0x3000) return 'wmi'
      return low < 0xb000 ? 'com' : licensingRange(low)
    case 0x803f:
      return 'licensing-server'
    case 0x8033:
      return 'wmi'
    case 0x8000:
    case 0x8002:
    case 0x8003:
      return 'com'
    case 0x8001:
    case 0xc002:
      return 'rpc'
    case 0xc000:
    case 0xd000:
      return 'nt-status'
    case 0x8019:
      return 'http'
    case 0x800f:
    case 0x8024:
      return 'setup'
    default:
      return 'other'
  }
}

const slui = (code: number): string =>
  `On that computer, slui.exe 0x2a ${formatCode(code)} shows Windows’ own words for it, where its edition has them.`

const retry = 'Note the exact time, try once more, and look at the events of the licensing service at that time.'

const facts = (origin: CodeOrigin, code: number): Omit<OriginOfCode, 'origin'> => {
  switch (origin) {
    case 'success':
      return { sentence: 'This is no error: 0 means that it worked.', steps: [] }
    case 'licensing-service':
      return {
        sentence: 'A code of the Software Protection service (sppsvc) of the computer itself.',
        steps: ['Look at the licensing details of the computer: licence status, key and channel.', retry, slui(code)],
      }
    case 'licensing-server':
      return {
        sentence: 'A code of Microsoft’s activation servers: the answer came from there, or the way there failed.',
        steps: [
          'Check that the key belongs to this product and edition, and that its activations are not used up.',
          'Try it by telephone, which goes past the internet connection.',
          slui(code),
        ],
      }
    case 'token-activation':
      return {
        sentence: 'A code of token-based activation: a certificate or its issuance licence was not accepted.',
        steps: ['Check the issuance licence and the certificates of the person who activates.', slui(code)],
      }
    case 'batch-activation':
      return {
        sentence: 'A code of Microsoft’s batch activation service, which gives confirmation IDs to volume customers.',
        steps: ['Ask for the confirmation ID by telephone instead.'],
      }
    case 'wmi':
      return {
        sentence: 'A code of Windows’ management interface (WMI, WinRM): the question did not get as far as licensing.',
        steps: [
          'Use “Check this computer” to see which link breaks: name, port 135, WMI, rights.',
          'Restart the service winmgmt on that computer, and check its repository with winmgmt /verifyrepository.',
        ],
      }
    case 'rpc':
      return {
        sentence: 'A code of remote procedure calls: the other computer, its firewall or its service did not answer.',
        steps: [
          'Check that the computer is on and its name resolves, and that port 135 and the RPC ports are open on the way.',
          'For a KMS host, check that its port (1688 by default) answers.',
        ],
      }
    case 'dns':
      return {
        sentence: 'A code of DNS: the name, the record or the server that was asked is the matter.',
        steps: [
          'Look at the page “KMS in DNS” for the domain of that computer.',
          'Check the DNS servers that it uses.',
        ],
      }
    case 'directory':
      return {
        sentence: 'A code of Active Directory.',
        steps: ['Check that a domain controller answers, and the rights of the account in the directory.'],
      }
    case 'win32':
      return {
        sentence: `A general Windows code: ${code & 0xffff} of the system error codes.`,
        steps: [`net helpmsg ${code & 0xffff}, on any Windows, shows its text.`, retry],
      }
    case 'nt-status':
      return {
        sentence: 'A status code of the Windows kernel or of a protocol below it (NTSTATUS).',
        steps: ['Look at the System log of the computer at that time.', retry],
      }
    case 'com':
      return {
        sentence: 'A general code of Windows’ component model (COM), which names no cause by itself.',
        steps: [retry, 'If it comes back, check the system files with sfc /scannow.'],
      }
    case 'http':
      return {
        sentence: 'A code of an internet connection: proxy, name, certificate or time-out on the way to a server.',
        steps: [
          'Check the proxy that the computer uses for system services (netsh winhttp show proxy) and its clock.',
          'Try it by telephone, which needs no internet connection.',
        ],
      }
    case 'setup':
      return {
        sentence: 'A code of Windows setup or Windows Update.',
        steps: ['Look at the log of setup or of Windows Update on that computer.'],
      }
    case 'other':
      return {
        sentence: `A code of an unusual kind (facility ${(code >>> 16) & 0x7ff}); it does not come from licensing.`,
        steps: [retry, 'Search for it together with the name of the program that reported it.'],
      }
  }
}

/**
 * What kind of code a number is, by its facility and range (WinError.h, slerror.h, WMI SDK "WMI Error Constants").
 * @param code unsigned 32-bit number, or null for a code of the batch activation service
 */
export const originOfCode = (code: number | null): OriginOfCode => {
  const origin = code === null ? 'batch-activation' : originOf(code)
  return { origin, ...facts(origin, code ?? 0) }
}
