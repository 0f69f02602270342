import type { WindowsSystem } from './windows-systems.ts'

/** The generations of KMS host keys (CSVLK), by the names under which Microsoft hands them out (kms.md 5). */
export type HostKeyGeneration =
  | 'windows-7'
  | 'server-2008-r2'
  | 'windows-8'
  | 'server-2012'
  | 'windows-8.1'
  | 'server-2012-r2'
  | 'server-2012-r2-for-windows-10'
  | 'windows-10'
  | 'server-2016'
  | 'server-2019'
  | 'server-2022'
  | 'server-2025'

/** What is known of one generation of host keys. */
export interface HostKeyRow {
  readonly name: string
  /** The newest system that the key activates; an update of the host, where one is needed, is for this one. */
  readonly own: readonly WindowsSystem[]
  readonly hosts: readonly WindowsSystem[]
  readonly activates: readonly WindowsSystem[]
  /**
   * `table`: Microsoft's table of host keys has this row. `update-table`: the row follows from the list of updates for older
   * hosts. A host that neither names is not known to be wrong in the second case.
   */
  readonly basis: 'table' | 'update-table'
  readonly note: string | null
}

const clientsTo7: readonly WindowsSystem[] = ['windows-8.1', 'windows-7']
const era7: readonly WindowsSystem[] = ['windows-7', 'windows-vista']
const server2008R2: readonly WindowsSystem[] = ['server-2008-r2', 'server-2008']
const server2012R2: readonly WindowsSystem[] = ['server-2012-r2', 'server-2012', ...server2008R2]
const server2019: readonly WindowsSystem[] = ['server-2019', 'server-sac', 'server-2016', ...server2012R2]

const groups =
  'Server host keys of this generation come in groups A (Web, HPC), B (Standard, Enterprise) and C (Datacenter, Itanium); each is believed to serve the groups before it and client computers as well.'
const longTerm2016 = 'Of the long-term releases of Windows 10 the table names 2015 and 2016 alone for this key.'

/** Every generation, the oldest first (kms.md 5: the table of host keys, and the table of updates for older hosts). */
export const hostKeyTable: Readonly<Record<HostKeyGeneration, HostKeyRow>> = {
  'windows-7': {
    name: 'Windows 7 (client key)',
    own: ['windows-7'],
    hosts: ['windows-7'],
    activates: era7,
    basis: 'update-table',
    note: null,
  },
  'server-2008-r2': {
    name: 'Windows Server 2008 R2',
    own: ['server-2008-r2', 'windows-7'],
    hosts: ['server-2008-r2', 'server-2008'],
    activates: [...server2008R2, ...era7],
    basis: 'update-table',
    note: groups,
  },
  'windows-8': {
    name: 'Windows 8 (client key)',
    own: ['windows-8'],
    hosts: ['windows-8'],
    activates: ['windows-8', ...era7],
    basis: 'update-table',
    note: null,
  },
  'server-2012': {
    name: 'Windows Server 2012',
    own: ['server-2012'],
    hosts: ['server-2012', 'server-2008-r2'],
    activates: ['server-2012', ...server2008R2, 'windows-8', ...era7],
    basis: 'update-table',
    note: null,
  },
  'windows-8.1': {
    name: 'Windows 8.1 (client key)',
    own: ['windows-8.1'],
    hosts: ['windows-8.1'],
    activates: ['windows-8.1', 'windows-8', ...era7],
    basis: 'update-table',
    note: null,
  },
  'server-2012-r2': {
    name: 'Windows Server 2012 R2',
    own: ['server-2012-r2'],
    hosts: ['server-2012-r2', 'server-2012', 'server-2008-r2'],
    activates: [...server2012R2, 'windows-8.1', 'windows-8', ...era7],
    basis: 'update-table',
    note: null,
  },
  'server-2012-r2-for-windows-10': {
    name: 'Windows Srv 2012R2 DataCtr/Std KMS for Windows 10',
    own: ['windows-10'],
    hosts: ['server-2012-r2', 'server-2012', 'server-2008-r2'],
    activates: [...server2012R2, 'windows-10', 'windows-8.1', 'windows-8', ...era7],
    basis: 'update-table',
    note: null,
  },
  'windows-10': {
    name: 'Windows 10 (client key)',
    own: ['windows-10'],
    hosts: ['windows-10', 'windows-8.1', 'windows-7'],
    activates: ['windows-10', ...clientsTo7],
    basis: 'table',
    note: 'Of the long-term releases of Windows 10 the table names 2015 alone for this key.',
  },
  'server-2016': {
    name: 'Windows Server 2016',
    own: ['server-2016'],
    hosts: ['server-2016', 'server-2012-r2', 'server-2012'],
    activates: ['server-2016', 'server-sac', ...server2012R2, 'windows-10', ...clientsTo7],
    basis: 'table',
    note: longTerm2016,
  },
  'server-2019': {
    name: 'Windows Server 2019',
    own: ['server-2019'],
    hosts: ['server-2019', 'server-2016', 'server-2012-r2'],
    activates: [...server2019, 'windows-10', ...clientsTo7],
    basis: 'table',
    note: null,
  },
  'server-2022': {
    name: 'Windows Server 2022',
    own: ['server-2022'],
    hosts: ['server-2022', 'server-2019', 'server-2016'],
    activates: ['server-2022', ...server2019, 'windows-11', 'windows-10', ...clientsTo7],
    basis: 'table',
    note: null,
  },
  'server-2025': {
    name: 'Windows Server 2025',
    own: ['server-2025'],
    hosts: ['server-2025', 'server-2022', 'server-2019'],
    activates: ['server-2025', 'server-2022', ...server2019, 'windows-11', 'windows-10', ...clientsTo7],
    basis: 'table',
    note: null,
  },
}

const generations: ReadonlySet<string> = new Set(Object.keys(hostKeyTable))

/** Whether a text is the name of a generation. */
export const isHostKeyGeneration = (text: string): text is HostKeyGeneration => generations.has(text)

/** All generations, the oldest first. */
export const hostKeyGenerations: readonly HostKeyGeneration[] = Object.keys(hostKeyTable).filter(isHostKeyGeneration)
