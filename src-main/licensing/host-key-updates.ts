import { isNewerThan, type WindowsSystem } from './windows-systems.ts'

/** An update of Windows by its number in Microsoft's knowledge base. Every later cumulative update holds it. */
export interface HostUpdate {
  readonly kb: string
  /** Day of release as people write it, as exact as Microsoft's table has it; null where it names none. */
  readonly released: string | null
}

/** What a host needs before it can activate a system. `not-listed`: Microsoft's table does not say. */
export type UpdateNeed =
  { readonly need: 'none' } | { readonly need: 'update'; readonly update: HostUpdate } | { readonly need: 'not-listed' }

type Row = readonly [update: HostUpdate, systems: readonly WindowsSystem[]]

const update = (kb: string, released: string | null): HostUpdate => ({ kb, released })
const july2016 = 'July 2016'

/** kms.md 5, table "Host OS, To activate, Minimum update"; the least update for a system stands first. */
const updates: Readonly<Partial<Record<WindowsSystem, readonly Row[]>>> = {
  'server-2022': [[update('KB5034765', '13 February 2024'), ['server-2025']]],
  'server-2019': [
    [update('KB5003646', '8 June 2021'), ['server-2022']],
    [update('KB5034768', '13 February 2024'), ['server-2025']],
  ],
  'server-2016': [
    [update('KB4478877', '3 December 2018'), ['server-2019']],
    [update('KB5003638', '8 June 2021'), ['server-2022']],
  ],
  'server-2012-r2': [
    [update('KB3172614', july2016), ['server-2016', 'windows-10']],
    [update('KB4467695', '27 November 2018'), ['server-2019']],
  ],
  'server-2012': [[update('KB3172615', july2016), ['server-2016', 'server-2012-r2', 'windows-10']]],
  'server-2008-r2': [[update('KB3079821', null), ['server-2012-r2', 'server-2012', 'windows-10']]],
  'server-2008': [[update('KB968912', null), ['windows-7', 'server-2008-r2']]],
  'windows-8.1': [[update('KB3172614', null), ['windows-10']]],
  'windows-7': [[update('KB3079821', null), ['windows-10']]],
}

/** Which update a host needs before it can activate a system. A system no newer than the host needs none. */
export const updateNeed = (host: WindowsSystem, system: WindowsSystem): UpdateNeed => {
  const row = updates[host]?.find(([, systems]) => systems.includes(system))
  if (row) return { need: 'update', update: row[0] }
  return isNewerThan(system, host) ? { need: 'not-listed' } : { need: 'none' }
}

/** "KB5034765 (13 February 2024)" */
export const updateName = ({ kb, released }: HostUpdate): string => (released === null ? kb : `${kb} (${released})`)
