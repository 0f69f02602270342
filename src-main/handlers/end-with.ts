/** Ends something when the signal aborts; at once where it has aborted already. */
export const endWith = (signal: AbortSignal, end: () => void): void => {
  if (signal.aborted) end()
  else signal.addEventListener('abort', end, { once: true })
}
