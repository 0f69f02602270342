import { z } from 'zod'
import { AppFailure } from '../contract/app-error.ts'
import type { Finding } from '../contract/models/finding.ts'
import type { TargetRef } from '../contract/models/target.ts'
import { hostSettingCommand, hostSettingFacts, type HostSettingChange } from '../licensing/host-settings.ts'
import type { CimObject } from '../wmi/cim-values.ts'
import { defineAction, type Action, type ActionContext } from './action.ts'
import { readHostServiceRow } from './host-settings-reader.ts'
import { findLicensingService, readKeyedProducts } from './licensing-reader.ts'
import { callLicensing } from './licensing-calls.ts'
import { elevationFindings } from './local-rights.ts'

/** Set where the computer is a KMS host already, so that this is looked at before anything is planned. */
export const ExistingHost = z.literal(true).optional()

const Setting = z.union([z.number(), z.boolean()])
const Evidence = z.object({ previous: Setting }).strict()
type Setting = z.infer<typeof Setting>
interface Changed {
  readonly previous: Setting
  readonly changedNow: boolean
}

/** What one setting of a KMS host is made of. `P` are the parameters of its action. */
export interface HostSettingParts<P extends { readonly existing?: true | undefined }> {
  readonly kind: string
  readonly params: z.ZodType<P>
  title(params: P): string
  /** The change as licensing/host-settings.ts has it. */
  change(params: P): HostSettingChange
  /** The value as the service's row shows it. */
  read(row: CimObject): Setting
  /** What the row shows after the change. */
  wanted(params: P): Setting
  /** Named in-parameter of the method; slmgr's inverted booleans included (slmgr.md 8). */
  input(params: P): Readonly<Record<string, number | boolean>>
  /** A value in words. */
  words(value: Setting): string
  /** The parameter that stands for a value. */
  paramOf(value: Setting): Readonly<Record<string, number | boolean>>
}

/** The finding for a computer that is to be changed as a KMS host and is none, or is not activated. Throws WmiError. */
export const existingHostFindings = async (context: ActionContext): Promise<readonly Finding[]> => {
  const host = (await readKeyedProducts(context)).find(({ kind }) => kind === 'kms-host')
  if (host?.status === 'licensed') return []
  return [
    {
      check: 'kms-host-activated',
      level: 'problem',
      message:
        host === undefined
          ? 'This computer is no KMS host, and Windows changes these settings on KMS hosts alone.'
          : `The KMS host ${host.name} is not activated, and Windows refuses its settings until it is.`,
      remedy: host === undefined ? 'Set it up as a KMS host first.' : 'Activate the KMS host, then change the setting.',
    },
  ]
}

const unchanged = (label: string, words: string): AppFailure =>
  new AppFailure({
    code: 'licensing-refused',
    message: `Windows reported no error, but the setting "${label}" is ${words} still.`,
    remedy: 'Look at the computer with slmgr /dlv, then make the change again.',
    retryable: false,
  })

/**
 * Makes the action for one setting of SoftwareLicensingService. It acts on the service itself and does not look at
 * products, so that no other product that sorts first gets in the way, as it does in slmgr /cpri (slmgr.md 1.5). A value
 * that is right already is not written. Windows refuses every one of them before activation (kms.md 9).
 */
export const hostSettingAction = <P extends { readonly existing?: true | undefined }>(
  parts: HostSettingParts<P>,
): Action<P, z.infer<typeof Evidence>, Changed> => {
  const current = async (context: ActionContext): Promise<Setting> => parts.read(await readHostServiceRow(context))
  const facts = (params: P) => hostSettingFacts[parts.change(params).setting]
  return defineAction<P, z.infer<typeof Evidence>, Changed>({
    kind: parts.kind,
    params: parts.params,
    evidence: Evidence,
    risk: 'change',
    weight: 2,
    deadline: 60_000,
    title: (params) => parts.title(params),
    equivalent: (params, target: TargetRef) => hostSettingCommand(target, parts.change(params)),
    undo: (params) => ({
      possible: true,
      sentence: `The value before is kept in the journal; set it again with slmgr ${facts(params).slmgrOptions.join(' or ')} or here.`,
    }),
    counterSteps: (params, { previous }) =>
      previous === parts.wanted(params)
        ? []
        : [{ kind: parts.kind, params: { ...parts.paramOf(previous), existing: true } }],
    check: async (context, { existing }) => [
      ...elevationFindings(context),
      ...(existing ? await existingHostFindings(context) : []),
    ],
    before: async (context) => ({ previous: await current(context) }),
    run: async (context, params, { previous }) => {
      const wanted = parts.wanted(params)
      const now = await current(context)
      if (now === wanted && !context.rewrite) return { previous, changedNow: previous !== wanted }
      const { path } = await findLicensingService(context)
      await callLicensing(context, path, facts(params).method, parts.input(params))
      const after = await current(context)
      if (after !== wanted) throw unchanged(facts(params).label, parts.words(after))
      return { previous, changedNow: previous !== wanted }
    },
    settle: async (context, params, { previous }) => {
      const { label } = facts(params)
      const wanted = parts.wanted(params)
      const now = await current(context)
      if (now !== wanted) return { state: 'not-done', outcome: `${label} is ${parts.words(now)} still.` }
      return {
        state: 'done',
        result: { previous, changedNow: previous !== wanted },
        outcome: `${label} is ${parts.words(wanted)}.`,
      }
    },
    outcome: ({ previous, changedNow }) =>
      changedNow ? `Set; it was ${parts.words(previous)} before.` : `It was ${parts.words(previous)} already.`,
  })
}
