import type { Finding } from '../contract/models/finding.ts'
import { versionNumber, windowsName, type WindowsVersion } from './windows-names.ts'

/** Windows 7 / Server 2008 R2: the oldest whose licensing service this app manages (its classes are those of slmgr.md 7). */
const oldestTarget = 601

const unreadable = ({ osVersion }: WindowsVersion): Finding => ({
  check: 'os-version',
  level: 'problem',
  message: `The Windows version of this computer could not be read ("${osVersion}").`,
  remedy: 'Check that the licensing service and WMI work on the computer, then test again.',
})

/**
 * Whether this app can manage the licensing of a computer, as a finding `os-version`. Windows Server 2003, Vista and
 * Server 2008 are refused by name: their licensing service is another one (kms.md 2, 5).
 */
export const targetSupport = (windows: WindowsVersion): Finding => {
  const name = windowsName(windows)
  const version = versionNumber(windows.osVersion)
  if (version === 0) return unreadable(windows)
  if (version >= oldestTarget) return { check: 'os-version', level: 'ok', message: `It runs ${name}.` }
  return {
    check: 'os-version',
    level: 'problem',
    message: `${name} has another licensing service, which this app does not manage.`,
    remedy: 'Choose a computer with Windows Server 2008 R2 or later, or Windows 7 or later.',
  }
}

/**
 * Whether a computer can be made a KMS host with this app, as a finding `os-version`. Windows Server 2003, Vista and
 * Server 2008 are refused by name: their licensing service (slsvc) is another one and they cannot activate current Windows (kms.md 2, 5). A
 * client Windows is allowed and told what it cannot do: it activates clients only (kms.md 5).
 */
export const hostSupport = (windows: WindowsVersion): Finding => {
  const name = windowsName(windows)
  const version = versionNumber(windows.osVersion)
  if (version === 0) return unreadable(windows)
  if (version < oldestTarget) {
    return {
      check: 'os-version',
      level: 'problem',
      message: `${name} cannot be set up as a KMS host with this app: it cannot activate current Windows versions.`,
      remedy: 'Choose a computer with Windows Server 2008 R2 or later, or Windows 7 or later.',
    }
  }
  if (!windows.isServer) {
    return {
      check: 'os-version',
      level: 'info',
      message: `${name} can be a KMS host for client computers only. Servers need a KMS host on a Windows Server.`,
    }
  }
  return { check: 'os-version', level: 'ok', message: `${name} can be a KMS host.` }
}
