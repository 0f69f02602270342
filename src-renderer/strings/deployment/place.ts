/** Where the computers are that a page is about. */
export const place = {
  label: 'Where',
  network: 'This network',
  lab: (title: string): string => (title === '' ? 'The Lab (practice)' : `The Lab (practice): ${title}`),
} as const
