import type { ComputerRow } from '../../../src-main/contract/models/estate.ts'

/** A computer of an estate, activated by KMS01, unless told otherwise. */
export const computerRow = (id: number, changes: Partial<ComputerRow> = {}): ComputerRow => ({
  id,
  place: { place: 'network' },
  host: `pc${id}`,
  name: `pc${id}.contoso.com`,
  group: null,
  tags: [],
  note: null,
  ou: null,
  source: 'typed',
  user: String.raw`CONTOSO\secret-account`,
  passwordNeeded: false,
  os: { caption: 'Windows 11 Enterprise', build: 26_100, isServer: false },
  outcome: 'licensed',
  outcomeText: 'Activated.',
  outcomeNext: null,
  licence: licence(),
  kmsHost: 'kms01.contoso.com',
  cmid: `cmid-${id}`,
  isKmsHost: false,
  currentCount: null,
  lastScanAt: '2026-11-22T12:00:00.000Z',
  previousOutcome: null,
  hresult: null,
  ...changes,
})

/** A licence of a KMS client with ninety days left, unless told otherwise. */
export const licence = (changes: Partial<NonNullable<ComputerRow['licence']>> = {}): ComputerRow['licence'] => ({
  kind: 'kms-client',
  channel: 'VOLUME_KMSCLIENT',
  status: 'licensed',
  statusReason: 0,
  graceMinutes: 129_600,
  expiresAt: '2027-02-20T12:00:00.000Z',
  partialKey: 'AB12C',
  ...changes,
})
