import { z } from 'zod'
import type { Finding } from '../contract/models/finding.ts'
import { slmgrCommand } from '../licensing/command-lines.ts'
import { defineAction } from './action.ts'
import { callLicensing } from './licensing-calls.ts'
import { findLicensingService } from './licensing-reader.ts'
import { elevationFindings } from './local-rights.ts'

/** Characters; a licence file of Windows has some thousands. */
const longestFile = 4_000_000

const Params = z
  .object({ fileName: z.string().trim().min(1).max(255), text: z.string().min(1).max(longestFile) })
  .strict()

const formFindings = (text: string): readonly Finding[] =>
  text.trimStart().startsWith('<')
    ? []
    : [
        {
          check: 'licence-file',
          level: 'warning',
          message: 'The file does not look like a licence: licence files (*.xrm-ms) are XML.',
          remedy: 'Choose the licence file itself, not a key or a text about it.',
        },
      ]

/** Installs one licence file (slmgr.md 1.3, /ilc). Windows checks its signature; installing it again does no harm. */
export const installLicenceFile = defineAction<z.infer<typeof Params>, null, { readonly fileName: string }>({
  kind: 'licence.install-file',
  params: Params,
  evidence: z.null(),
  risk: 'change',
  weight: 5,
  deadline: 120_000,
  title: ({ fileName }) => `Install the licence file ${fileName}`,
  equivalent: ({ fileName }, target) => slmgrCommand(target, '/ilc', fileName),
  undo: () => ({ possible: false, sentence: 'Windows has no way to remove a single licence file again.' }),
  check: async (context, { text }) => [...elevationFindings(context), ...formFindings(text)],
  before: async () => null,
  run: async (context, { fileName, text }) => {
    const { path } = await findLicensingService(context)
    await callLicensing(context, path, 'InstallLicense', { License: text })
    return { fileName }
  },
  settle: async (_, { fileName }) => ({
    state: 'not-done',
    outcome: `Windows does not show whether ${fileName} is installed; it is installed again, which does no harm.`,
  }),
  outcome: ({ fileName }) => `The licence file ${fileName} is installed.`,
})
