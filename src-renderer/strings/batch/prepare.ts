import type { LicenseStatus, ProductKind } from '../../../src-main/contract/models/license-snapshot.ts'

const computers = (count: number): string => (count === 1 ? 'one computer' : `${count} computers`)

/** The words of the steps before a batch is started. */
export const batchPrepare = {
  stepNames: ['Computers', 'Options', 'Review', 'Run'],
  computers,
  computersHeading: (count: number) => (count === 1 ? 'One computer is chosen' : `${count} computers are chosen`),
  computersIntro:
    'The task is done on each of them. What they are comes from their last scan; each one is looked at again when its turn comes, and nothing is done where the task does not fit.',
  summary: 'What they are',
  system: 'Windows',
  licence: 'Licence',
  state: 'State',
  unknownSystem: 'Not read yet',
  unknownLicence: 'Not read yet',
  counted: (value: string, count: number) => `${value}: ${count}`,
  misfitsTitle: 'Not for all of them',
  leaveOut: (count: number) => (count === 1 ? 'Leave this computer out' : `Leave these ${count} out`),
  andMore: (count: number) => `and ${count} more`,
  passwordsTitle: (count: number) => `A password is missing for ${computers(count)}`,
  passwords:
    'Their accounts are known, their passwords are not kept on disk. Enter them on the page Computers first; without them these computers fail with “access denied”.',
  list: 'Computers of the batch',
  name: 'Computer',
  remaining: (count: number) => `${computers(count)} will be worked on.`,
  noneLeft: 'No computer is left. Take one of the groups in again, or choose other computers.',
  noneFit: 'None of the chosen computers fits this choice. Choose another one, or go back and choose other computers.',
  leftOutTitle: (count: number) => `This choice leaves ${computers(count)} out`,
  optionsIntro: 'Asked once for all. Nothing is changed yet: every step is shown before anything is done.',
  proposing: 'Making the plan',
  proposeFailed: 'The plan could not be made',
  tooMany: (most: number) => `One batch takes ${most} computers at most. Choose fewer.`,
  kinds: {
    'kms-client': 'KMS client',
    'kms-host': 'KMS host',
    mak: 'MAK',
    retail: 'Retail key',
    oem: 'Key of the maker (OEM)',
    'time-based': 'Evaluation',
    avma: 'Activated by its host (AVMA)',
    other: 'Another kind of key',
  } satisfies Record<ProductKind, string>,
  noKey: 'No product key',
  statuses: {
    unlicensed: 'Not licensed',
    licensed: 'Licensed',
    'oob-grace': 'Grace period',
    'oot-grace': 'Grace period',
    'non-genuine-grace': 'Grace period',
    notification: 'Notification',
    'extended-grace': 'Grace period',
    unknown: 'Unknown',
  } satisfies Record<LicenseStatus, string>,
} as const
