/** Names as a sentence lists them: "A, B and C". */
export const nameList = (names: readonly string[]): string =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names)
