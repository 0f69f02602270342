import type { ActivationType, LicenseStatus, ProductKind } from '../../src-main/contract/models/license-snapshot.ts'
import type { PortProbe } from '../../src-main/contract/models/kms-host-report.ts'

/** SoftwareLicensingProduct.LicenseStatus in words (slmgr.md 7.5). */
export const licenseStatusNames: Record<LicenseStatus, string> = {
  unlicensed: 'Not licensed',
  licensed: 'Licensed',
  'oob-grace': 'First grace period',
  'oot-grace': 'Grace period after a change or a missed renewal',
  'non-genuine-grace': 'Non-genuine grace period',
  notification: 'Notification: not activated, reminders are shown',
  'extended-grace': 'Extended grace period',
  unknown: 'Unknown',
}

/** The ways of activation in words (slmgr.md 7.5). */
export const activationTypeNames: Record<ActivationType, string> = {
  all: 'All ways: Active Directory, KMS, token',
  'active-directory': 'Active Directory only',
  kms: 'KMS only',
  token: 'Token only',
}

/** Kinds of products in words. */
export const productKindNames: Record<ProductKind, string> = {
  'kms-client': 'KMS client',
  'kms-host': 'KMS host',
  mak: 'it has a multiple activation key (MAK)',
  retail: 'it has a retail key',
  oem: 'it has a key of its maker (OEM)',
  'time-based': 'it has a time-limited evaluation key',
  avma: 'its host computer activates it (AVMA)',
  other: 'it has a key of another kind',
}

/** The answer of a port in words. */
export const portSentence = (probe: PortProbe): string => {
  const at = `TCP port ${probe.port} of ${probe.host}`
  switch (probe.outcome) {
    case 'open':
      return `${at} answers.`
    case 'refused':
      return `${at} refuses connections: the licensing service does not listen there. It starts when it is needed; verify again in a minute.`
    case 'no-answer':
      return `${at} does not answer: a firewall drops the traffic, or the computer is off.`
    case 'name-not-found':
      return `The name ${probe.host} was not found, so port ${probe.port} could not be tried.`
    case 'failed':
      return `${at} could not be tried.`
  }
}
