import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import type { AppError } from '../contract/app-error.ts'
import { deadline, systemCode, untilAborted } from './abort.ts'

/** Whether a computer name resolves. "Could not ask" is not "not found". */
export type NameCheck =
  | { readonly outcome: 'found'; readonly addresses: readonly string[] }
  | { readonly outcome: 'not-found' }
  | { readonly outcome: 'could-not-ask'; readonly error: AppError }

/** The operating system's own name look-up: hosts file, DNS suffixes and, on Windows, LLMNR and NetBIOS. */
export type SystemLookup = (host: string) => Promise<readonly { readonly address: string }[]>

/** Milliseconds that a name look-up may take. */
export const nameDeadline = 8_000

const systemLookup: SystemLookup = (host) => lookup(host, { all: true })

const couldNotAsk = (host: string, thrown: unknown, signal: AbortSignal | undefined): NameCheck => {
  const base = { target: host, retryable: true, detail: String(thrown) } as const
  if (signal?.aborted) {
    return { outcome: 'could-not-ask', error: { ...base, code: 'cancelled', message: 'The look-up was cancelled.' } }
  }
  const timedOut = thrown instanceof Error && thrown.name === 'TimeoutError'
  return {
    outcome: 'could-not-ask',
    error: {
      ...base,
      code: timedOut ? 'timeout' : 'host-unreachable',
      message: `The name "${host}" could not be looked up, because no DNS server answered.`,
      remedy: 'Check the network connection and the DNS servers of this computer.',
    },
  }
}

/**
 * Looks a computer name up as every program on this computer would. An IP address is found at once. Never throws; the
 * look-up is given up after `milliseconds`.
 */
export const checkHostName = async (
  host: string,
  signal?: AbortSignal,
  look: SystemLookup = systemLookup,
  milliseconds: number = nameDeadline,
): Promise<NameCheck> => {
  if (isIP(host) !== 0) return { outcome: 'found', addresses: [host] }
  try {
    const found = await untilAborted(look(host), deadline(milliseconds, signal))
    const addresses = [...new Set(found.map(({ address }) => address))]
    return addresses.length > 0 ? { outcome: 'found', addresses } : { outcome: 'not-found' }
  } catch (thrown) {
    return ['ENOTFOUND', 'ENODATA'].includes(systemCode(thrown))
      ? { outcome: 'not-found' }
      : couldNotAsk(host, thrown, signal)
  }
}
