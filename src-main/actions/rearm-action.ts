import { z } from 'zod'
import { AppFailure, type AppError } from '../contract/app-error.ts'
import type { TargetRef } from '../contract/models/target.ts'
import type { CimValue } from '../wmi/cim-values.ts'
import { WmiError } from '../wmi/wmi-error.ts'
import { defineAction, type Action, type ActionContext } from './action.ts'
import { callLicensing } from './licensing-calls.ts'
import { faultFinding, refuseFault, requireVersion, versionFindings, type VersionGate } from './licensing-object.ts'
import { elevationFindings } from './local-rights.ts'
import { readSkipRearm } from './skip-rearm.ts'

const Evidence = z.object({ left: z.number().int().nonnegative().nullable() }).strict()
interface Rearmed {
  readonly before: number | null
  readonly left: number | null
}

/** What one way of rearming is made of. */
export interface RearmParts<P> {
  readonly kind: string
  readonly params: z.ZodType<P>
  readonly gate: VersionGate | null
  /** What is rearmed, for sentences: "Windows". */
  what(params: P): string
  equivalent(params: P, target: TargetRef): string
  fault(params: P): AppError | null
  /** Rearms left; null where Windows does not tell. Throws AppFailure where there is nothing to rearm; WmiError. */
  left(context: ActionContext, params: P): Promise<number | null>
  /** The method to be called. */
  call(
    context: ActionContext,
    params: P,
  ): Promise<{ readonly path: string; readonly method: string; readonly input?: Readonly<Record<string, CimValue>> }>
}

/** No rearm is left (kms.md 1). */
export const noRearmLeft = 0xc004d307

/** The error for something that was rearmed as often as Windows allows. */
export const noneLeft = (what: string): AppError => ({
  code: 'licensing-refused',
  message: `No rearm is left for ${what}. Windows counts them, and nothing gives one back.`,
  remedy: 'Activate the computer instead, or build the image anew from an installation that has rearms left.',
  hresult: noRearmLeft,
  retryable: false,
})

/** The error for a computer that is told not to rearm (slmgr.md 6). */
const skipped: AppError = {
  code: 'licensing-refused',
  message: 'The registry value SkipRearm is 1 on the computer, and while it is, a rearm does nothing.',
  remedy: String.raw`Delete SkipRearm in HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\SoftwareProtectionPlatform first.`,
  retryable: false,
}

const count = (left: number): string => `${left} rearm${left === 1 ? '' : 's'} left`

/** Whether Windows shows that a rearm was spent since. */
const isSpent = (before: number | null, now: number | null): boolean => before !== null && now !== null && now < before

/**
 * Makes an action that resets the time allowed without activation (slmgr.md 1.3). It is refused where no rearm is left. A
 * rearm that an earlier life of the app made is seen from the count and not made again.
 */
export const rearmAction = <P>(parts: RearmParts<P>): Action<P, z.infer<typeof Evidence>, Rearmed> => {
  const refusal = async (context: ActionContext, params: P): Promise<AppError | null> => {
    if ((await readSkipRearm(context)) === true) return skipped
    return (await parts.left(context, params)) === 0 ? noneLeft(parts.what(params)) : null
  }
  return defineAction<P, z.infer<typeof Evidence>, Rearmed>({
    kind: parts.kind,
    params: parts.params,
    evidence: Evidence,
    risk: 'irreversible',
    weight: 3,
    deadline: 120_000,
    title: (params) => `Rearm ${parts.what(params)}: start the time allowed without activation anew`,
    equivalent: (params, target) => parts.equivalent(params, target),
    undo: () => ({ possible: false, sentence: 'A rearm is used up, and nothing gives it back.' }),
    check: async (context, params) => {
      const fault = parts.fault(params)
      if (fault !== null) return [faultFinding(fault)]
      const version = await versionFindings(context, parts.gate)
      if (version.length > 0) return version
      try {
        const refused = await refusal(context, params)
        return [...elevationFindings(context), ...(refused === null ? [] : [faultFinding(refused)])]
      } catch (thrown) {
        if (!(thrown instanceof AppFailure)) throw thrown
        return [faultFinding(thrown.error)]
      }
    },
    before: async (context, params) => {
      refuseFault(parts.fault(params))
      await requireVersion(context, parts.gate)
      return { left: await parts.left(context, params) }
    },
    run: async (context, params, { left: before }) => {
      const now = await parts.left(context, params)
      if (isSpent(before, now)) return { before, left: now }
      refuseFault(await refusal(context, params))
      const { path, method, input } = await parts.call(context, params)
      try {
        await callLicensing(context, path, method, input ?? {})
      } catch (thrown) {
        if (thrown instanceof WmiError && thrown.hresult === noRearmLeft)
          throw new AppFailure(noneLeft(parts.what(params)), { cause: thrown })
        throw thrown
      }
      return { before, left: await parts.left(context, params) }
    },
    settle: async (context, params, { left: before }) => {
      const left = await parts.left(context, params)
      if (isSpent(before, left))
        return { state: 'done', result: { before, left }, outcome: `A rearm was spent: ${count(left ?? 0)}.` }
      return {
        state: 'cannot-tell',
        outcome: 'Windows shows no rearm spent since. It may count one only when the computer restarts.',
      }
    },
    outcome: ({ before, left }) => {
      const told = left === null ? '' : ` ${count(left)}${isSpent(before, left) ? '' : ', as Windows shows it now'}.`
      return `The rearm was made; it takes effect when the computer restarts.${told}`
    },
  })
}
