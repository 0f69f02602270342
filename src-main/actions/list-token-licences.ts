import { z } from 'zod'
import { slmgrCommand } from '../licensing/command-lines.ts'
import { defineAction } from './action.ts'
import { readTokenLicences, tokenLicenceLines, type TokenLicence } from './token-licences.ts'

interface Listed {
  readonly licences: readonly TokenLicence[]
  /** The list as slmgr shows it. */
  readonly lines: readonly string[]
}

/** Lists the issuance licences of token-based activation (slmgr.md 1.6, /lil). */
export const listTokenLicences = defineAction<Record<string, never>, null, Listed>({
  kind: 'token-licence.list',
  params: z.object({}).strict(),
  evidence: z.null(),
  risk: 'read',
  weight: 1,
  deadline: 60_000,
  title: () => 'List the token-based activation licences',
  equivalent: (_, target) => slmgrCommand(target, '/lil'),
  undo: () => null,
  before: async () => null,
  run: async (context) => {
    const licences = await readTokenLicences(context)
    return { licences, lines: licences.flatMap(tokenLicenceLines) }
  },
  settle: async () => ({ state: 'not-done', outcome: 'A reading step is simply repeated.' }),
  outcome: ({ licences }) =>
    licences.length === 0
      ? 'The computer has no token-based activation licence.'
      : `Token-based activation licences: ${licences.map(({ ilid, ilvid }) => `${ilid} ${ilvid}`).join(', ')}.`,
})
