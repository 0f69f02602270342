const counted = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`)

/** Words of the page "Expiry". */
export const calendar = {
  heading: 'Expiry',
  intro:
    'When the activation or the grace period of each computer ends, as it was scanned last. A KMS client renews its 180 days every week while it reaches its host: an end that comes near is a client that no longer does.',
  failed: 'The calendar could not be read',
  reading: 'Reading the computers',
  emptyTitle: 'There is no computer in the list yet',
  empty: 'Add computers on the page "Computers" and scan them.',
  group: 'Group',
  allGroups: 'All groups',
  unit: 'By',
  units: { week: 'Week', day: 'Day' },
  figures: (ending: number, permanent: number, unread: number): string =>
    `${counted(ending, 'computer has', 'computers have')} an end, ${counted(permanent, 'is', 'are')} activated for good, ${unread} not read yet.`,
  stale: (count: number): string =>
    `${counted(count, 'computer was', 'computers were')} scanned more than a week ago: the end may have moved since. Scan again to be sure.`,
  overdueTitle: (count: number): string =>
    count === 1 ? '1 computer is past its end' : `${count} computers are past their end`,
  overdueText:
    'They are in Notification or not activated, or their end has passed since the last scan. Scan them again; whoever is still overdue then does not reach a KMS host: the deployment map says which.',
  next: 'Who leaves next',
  plotTitle: (count: number, days: number): string =>
    `${counted(count, 'computer ends', 'computers end')} within ${days} days`,
  noneSoon: (days: number): string => `No computer ends within ${days} days.`,
  after: (count: number): string =>
    count === 1
      ? '1 computer ends later; the table below has it too.'
      : `${count} computers end later; the table below has them too.`,
  axis: { week: 'Computers per week', day: 'Computers per day' },
  licensed: 'Activation ends',
  grace: 'Grace ends',
  ended: 'Over',
  buckets: 'Ends by date',
  bucket: 'When',
  overdue: 'Overdue',
  later: 'Later',
  computersColumn: 'Computers',
  show: (what: string): string => `Show the computers: ${what}`,
  showShort: 'Show',
  shown: (what: string): string => `Computers: ${what}`,
  nobody: 'No computer has an end.',
  computer: 'Computer',
  state: 'State',
  ends: 'Ends (local time)',
  passed: (time: string): string => `${time}, passed`,
  select: (count: number): string =>
    count === 1 ? 'Select it on the page Computers' : `Select these ${count} on the page Computers`,
  scanned: 'Last scan',
  old: 'old',
  never: 'Never',
  over: 'Over',
  moreRows: (left: number): string => `Show more (${left} left)`,
  span: (from: string, to: string): string => (from === to ? from : `${from} to ${to}`),
} as const
