/** `1 computer`, `12 computers`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`

/** Windows by name, without its maker. */
export const windowsText = (caption: string | null): string => (caption ?? '').replace(/^Microsoft\s+/, '')
