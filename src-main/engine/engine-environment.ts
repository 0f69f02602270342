/** The variable by which an engine learns how many WMI calls it may have in flight. */
const callsVariable = 'FIELD_KIT_CALLS_IN_FLIGHT'

/** Threads beside those for WMI: name look-ups and files use the same pool. */
const spareThreads = 4
const mostCalls = 256

/** WMI calls in flight on Windows; one where WMI is not thread-safe, as under Wine. */
export const defaultCallsInFlight = 60

/** Variables that make Node load or reveal what the app has not chosen. */
const dangerous =
  /^(NODE_OPTIONS|NODE_PATH|NODE_REPL_EXTERNAL_MODULE|NODE_EXTRA_CA_CERTS|NODE_DEBUG|NODE_V8_COVERAGE|ELECTRON_RUN_AS_NODE|LD_PRELOAD|LD_LIBRARY_PATH|DYLD_.*|UV_.*)$/i

const between = (value: number, least: number, most: number): number =>
  Number.isFinite(value) ? Math.min(most, Math.max(least, Math.trunc(value))) : least

/**
 * The environment of an engine process: main's own without what could inject code, with a thread for every WMI call in
 * flight (a blocked call holds its thread; libuv has four otherwise).
 */
export const engineEnvironment = (
  inherited: Readonly<Record<string, string | undefined>>,
  callsInFlight: number = defaultCallsInFlight,
): Record<string, string> => {
  const calls = between(callsInFlight, 1, mostCalls)
  const kept = Object.entries(inherited).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !dangerous.test(entry[0]),
  )
  return {
    ...Object.fromEntries(kept),
    UV_THREADPOOL_SIZE: String(calls + spareThreads),
    [callsVariable]: String(calls),
  }
}

/** How many WMI calls this engine may have in flight, from its environment. */
export const callsInFlightOf = (environment: Readonly<Record<string, string | undefined>>): number =>
  between(Number(environment[callsVariable] ?? defaultCallsInFlight), 1, mostCalls)
