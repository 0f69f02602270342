import type { Finding } from '../../../src-main/contract/models/finding.ts'
import type { ProductKind } from '../../../src-main/contract/models/license-snapshot.ts'
import type { ScanOutcome } from '../../../src-main/contract/models/estate.ts'

/** What a scan came to, in a few words. */
export const outcomeNames: Record<ScanOutcome, string> = {
  'never-scanned': 'Not scanned',
  'name-not-found': 'Name not found',
  asleep: 'No answer',
  refused: 'Connection refused',
  'access-denied': 'Access denied',
  'wrong-password': 'Wrong password',
  'uac-filtered': 'Rights filtered by UAC',
  'wmi-broken': 'WMI damaged',
  'unsupported-version': 'Windows too old',
  'timed-out': 'Timed out',
  'engine-lost': 'Reading broke off',
  stopped: 'Scan stopped',
  licensed: 'Licensed',
  grace: 'Grace period',
  notification: 'Notification',
  unlicensed: 'Not licensed',
  'kms-host': 'KMS host',
  'no-product-key': 'No product key',
}

/** How serious an outcome is. */
export const outcomeLevels: Record<ScanOutcome, Finding['level']> = {
  'never-scanned': 'skipped',
  'name-not-found': 'problem',
  asleep: 'warning',
  refused: 'problem',
  'access-denied': 'problem',
  'wrong-password': 'problem',
  'uac-filtered': 'problem',
  'wmi-broken': 'problem',
  'unsupported-version': 'problem',
  'timed-out': 'warning',
  'engine-lost': 'warning',
  stopped: 'skipped',
  licensed: 'ok',
  grace: 'warning',
  notification: 'problem',
  unlicensed: 'problem',
  'kms-host': 'ok',
  'no-product-key': 'problem',
}

/** Kinds of licences as a column shows them. */
export const channelNames: Record<ProductKind, string> = {
  'kms-client': 'KMS client',
  'kms-host': 'KMS host',
  mak: 'MAK',
  retail: 'Retail',
  oem: 'OEM',
  'time-based': 'Evaluation',
  avma: 'AVMA',
  other: 'Other',
}
