import type { AppError } from '../contract/app-error.ts'
import { systemCode } from './abort.ts'

/** The error where neither a DNS server was named nor one is set on this computer. */
export const noServer: AppError = {
  code: 'host-unreachable',
  message: 'This computer has no DNS server set, so DNS could not be asked.',
  remedy: 'Set a DNS server on this computer, or name one to ask.',
  retryable: true,
}

/** The error of a DNS server that is neither a name nor an address. */
export const noServerName = (server: string): AppError => ({
  code: 'invalid-input',
  field: 'server',
  message: `"${server}" is no DNS server: a name or an IP address is expected, with a port behind it if need be.`,
  remedy: 'Enter the DNS server as "dns01", "192.0.2.1" or "192.0.2.1:53".',
  retryable: false,
})

/** The error of a DNS server whose name does not resolve. */
export const serverNotFound = (server: string): AppError => ({
  code: 'name-not-found',
  field: 'server',
  target: server,
  message: `The DNS server "${server}" was not found by that name.`,
  remedy: 'Check the name, or enter the IP address of the DNS server.',
  retryable: false,
})

/**
 * Why nothing came back from a DNS server, from what the socket threw. A closed UDP port is ECONNREFUSED on Linux and
 * ECONNRESET on Windows.
 */
export const transportFailure = (server: string, thrown: unknown, signal: AbortSignal | undefined): AppError => {
  const code = systemCode(thrown)
  const base = { target: server, detail: code || String(thrown), retryable: true } as const
  if (signal?.aborted) return { ...base, code: 'cancelled', message: 'The DNS question was cancelled.' }
  if (code === 'ECONNREFUSED' || code === 'ECONNRESET') {
    return {
      ...base,
      code: 'port-closed',
      message: `No DNS service answers on ${server}.`,
      remedy: 'Check the name of the DNS server, and that its DNS service runs.',
    }
  }
  const timedOut = thrown instanceof Error && thrown.name === 'TimeoutError'
  return {
    ...base,
    code: timedOut ? 'timeout' : 'host-unreachable',
    message: `The DNS server ${server} did not answer.`,
    remedy: 'Check that the DNS server is on and that UDP and TCP port 53 reach it.',
  }
}
