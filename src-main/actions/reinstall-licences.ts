import { z } from 'zod'
import { AppFailure, toAppError } from '../contract/app-error.ts'
import type { Finding } from '../contract/models/finding.ts'
import type { TargetRef } from '../contract/models/target.ts'
import { slmgrCommand } from '../licensing/command-lines.ts'
import { WmiError } from '../wmi/wmi-error.ts'
import { defineAction } from './action.ts'
import { readSystemLicenceFiles, remoteReinstallRefused } from './licence-file-reading.ts'
import { callLicensing } from './licensing-calls.ts'
import { findLicensingService } from './licensing-reader.ts'
import { elevationFindings } from './local-rights.ts'
import { isLostConnection } from './lost-connection.ts'

/** What the files are of: another computer's cannot be read (slmgr itself takes those of its own computer, slmgr.md 4). */
const placeFindings = (target: TargetRef): readonly Finding[] =>
  target.place === 'network' ? [{ check: 'licence-files', level: 'problem', ...remoteReinstallRefused }] : []

const stoppedAt = (name: string, installed: number, thrown: unknown): unknown => {
  if (!(thrown instanceof WmiError) || isLostConnection(thrown)) return thrown
  const { message, hresult } = thrown
  return new AppFailure({
    ...toAppError(thrown),
    code: thrown.code,
    message: `Windows refused the licence file ${name}; ${installed} before it were installed. ${message}`,
    remedy: 'Repair the file with sfc /scannow, then install the licence files again.',
    hresult,
    retryable: false,
  })
}

/**
 * Installs all licence files that Windows brought along again (slmgr.md 1.3, /rilc). It stops at the first that Windows
 * refuses. The suffix of the files is compared without case, which slmgr does not.
 */
export const reinstallLicences = defineAction<Record<string, never>, null, { readonly files: readonly string[] }>({
  kind: 'licence.reinstall-all',
  params: z.object({}).strict(),
  evidence: z.null(),
  risk: 'change',
  weight: 60,
  deadline: 1_800_000,
  title: () => 'Install all licence files of the system again',
  equivalent: (_, target) => slmgrCommand(target, '/rilc'),
  undo: () => ({ possible: false, sentence: 'The same files are installed again; there is nothing to undo.' }),
  check: async (context) => [...elevationFindings(context), ...placeFindings(context.target)],
  before: async () => null,
  run: async (context) => {
    const files = await readSystemLicenceFiles(context.target)
    const { path } = await findLicensingService(context)
    for (const [index, { name, text }] of files.entries()) {
      context.note(`Installing ${name} (${index + 1} of ${files.length})`)
      try {
        await callLicensing(context, path, 'InstallLicense', { License: text })
      } catch (thrown) {
        throw stoppedAt(name, index, thrown)
      }
    }
    return { files: files.map(({ name }) => name) }
  },
  settle: async () => ({
    state: 'not-done',
    outcome: 'Windows does not show which licence files are installed; they are installed again, which does no harm.',
  }),
  outcome: ({ files }) => `${files.length} licence files are installed again.`,
})
