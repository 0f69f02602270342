import type { Finding } from '../contract/models/finding.ts'
import { versionNumber, windowsName } from '../licensing/windows-names.ts'
import type { ActionContext } from './action.ts'
import { readWindowsVersion } from './licensing-reader.ts'

/** What an action needs of Windows, with the words for it. */
interface VersionNeed {
  /** Version as a number: 602 for 6.2. */
  readonly least: number
  readonly words: string
}

/** Windows versions at which the licensing classes gained methods (slmgr.md 7; the first script that uses them). */
export const windowsNeeds = {
  'windows-8': { least: 602, words: 'Windows 8 or Windows Server 2012' },
  'windows-8.1': { least: 603, words: 'Windows 8.1 or Windows Server 2012 R2' },
} as const satisfies Record<string, VersionNeed>

/**
 * The finding for a computer whose Windows is too old for an action; empty where it is new enough. `what` begins the
 * sentence: "Activation over Active Directory". Throws WmiError.
 */
export const versionFindings = async (
  context: ActionContext,
  need: keyof typeof windowsNeeds,
  what: string,
): Promise<readonly Finding[]> => {
  const version = await readWindowsVersion(context)
  const { least, words } = windowsNeeds[need]
  if (versionNumber(version.osVersion) >= least) return []
  return [
    {
      check: 'needs-version',
      level: 'problem',
      message: `${what} needs ${words} or later, and the computer runs ${windowsName(version)}.`,
      remedy: 'Choose a computer with a later Windows.',
    },
  ]
}
