/** How long the COM client waits, in milliseconds, before it gives a call up. */
export interface ComDeadlines {
  readonly connect: number
  readonly query: number
  readonly call: number
}

/**
 * Longer than Windows' own limit of two minutes for a connection (WBEM_FLAG_CONNECT_USE_MAX_WAIT), so that its answer
 * is heard. Online activation waits for Microsoft's servers and may take minutes.
 */
export const defaultComDeadlines: ComDeadlines = { connect: 150_000, query: 120_000, call: 300_000 }
