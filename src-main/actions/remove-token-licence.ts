import { z } from 'zod'
import { AppFailure } from '../contract/app-error.ts'
import { slmgrCommand } from '../licensing/command-lines.ts'
import { defineAction, type ActionContext } from './action.ts'
import { callLicensing } from './licensing-calls.ts'
import { elevationFindings } from './local-rights.ts'
import { readTokenLicences, tokenLicencePath, type TokenLicence } from './token-licences.ts'

const Params = z
  .object({ ilid: z.string().trim().min(1).max(256), ilvid: z.number().int().min(0).max(0xffff_ffff) })
  .strict()
type Params = z.infer<typeof Params>
const Evidence = z.object({ ids: z.array(z.string()) }).strict()
interface Removed {
  readonly removed: readonly string[]
}

const matching = async (context: ActionContext, { ilid, ilvid }: Params): Promise<readonly TokenLicence[]> =>
  (await readTokenLicences(context)).filter(
    (licence) => licence.ilid.toLowerCase() === ilid.toLowerCase() && licence.ilvid === ilvid,
  )

const noSuchLicence = ({ ilid, ilvid }: Params): AppFailure =>
  new AppFailure({
    code: 'not-found',
    message: `The computer has no token-based activation licence ${ilid} with the version ${ilvid}.`,
    remedy: 'List the licences (/lil), then copy ILID and ILVID from there.',
    field: 'ILID',
    retryable: false,
  })

const stillThere = ({ ilid, ilvid }: Params): AppFailure =>
  new AppFailure({
    code: 'licensing-refused',
    message: `Windows reported no error, but the token-based activation licence ${ilid} ${ilvid} is still there.`,
    remedy: 'List the licences (/lil), then remove it again.',
    retryable: true,
  })

/**
 * Removes an issuance licence of token-based activation (slmgr.md 1.6, /ril). The ILID is compared without case and the
 * version is a uint32, where slmgr compares with case and takes 16 bits.
 */
export const removeTokenLicence = defineAction<Params, z.infer<typeof Evidence>, Removed>({
  kind: 'token-licence.remove',
  params: Params,
  evidence: Evidence,
  risk: 'irreversible',
  weight: 3,
  deadline: 60_000,
  title: ({ ilid, ilvid }) => `Remove the token-based activation licence ${ilid} ${ilvid}`,
  equivalent: ({ ilid, ilvid }, target) => slmgrCommand(target, '/ril', ilid, String(ilvid)),
  undo: () => ({
    possible: false,
    sentence: 'Windows does not give a removed licence back; install its licence file again (/ilc).',
  }),
  check: async (context) => elevationFindings(context),
  before: async (context, params) => ({ ids: (await matching(context, params)).map(({ id }) => id) }),
  run: async (context, params, { ids }) => {
    const found = await matching(context, params)
    if (found.length === 0 && ids.length === 0) throw noSuchLicence(params)
    for (const licence of found) await callLicensing(context, tokenLicencePath(licence), 'Uninstall')
    if ((await matching(context, params)).length > 0) throw stillThere(params)
    return { removed: ids }
  },
  settle: async (context, params, { ids }) =>
    (await matching(context, params)).length > 0 || ids.length === 0
      ? { state: 'not-done', outcome: `The licence ${params.ilid} ${params.ilvid} is not removed.` }
      : { state: 'done', result: { removed: ids }, outcome: `The licence ${params.ilid} ${params.ilvid} is removed.` },
  outcome: ({ removed }) => `Removed: ${removed.join(', ')}.`,
})
