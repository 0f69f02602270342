import type { z } from 'zod'
import { AppFailure, type AppError } from '../contract/app-error.ts'
import type { TargetRef } from '../contract/models/target.ts'
import { defineAction, type Action, type ActionContext, type CounterStep } from './action.ts'
import {
  faultFinding,
  findLicensingObject,
  objectFindings,
  refuseFault,
  requireVersion,
  versionFindings,
  type LicensingObject,
  type VersionGate,
} from './licensing-object.ts'
import { elevationFindings } from './local-rights.ts'

/** What came of changing a setting of a KMS client. */
export interface ClientSettingChanged<S> {
  readonly before: S
  readonly after: S
  readonly changedNow: boolean
  readonly remark: string | null
}

/** What one setting of a KMS client is made of: `P` are the parameters, `S` the setting as Windows shows it. */
export interface ClientSettingParts<P, S> {
  readonly kind: string
  readonly params: z.ZodType<P>
  readonly evidence: z.ZodType<{ before: S }>
  /** What is set, for sentences: "the fixed KMS host". */
  readonly label: string
  title(params: P): string
  equivalent(params: P, target: TargetRef): string
  /** The product that it is for; null for the computer as a whole. */
  activationId(params: P): string | null
  readonly gate: VersionGate | null
  /** What is wrong with the parameters; null where nothing is. */
  fault(params: P): AppError | null
  read(context: ActionContext, object: LicensingObject): Promise<S>
  isRight(state: S, params: P): boolean
  /** Whether what was read back after the write will do; absent where that is `isRight`. */
  isProven?(state: S, params: P): boolean
  /** Writes what is missing. `now` is what Windows shows, `before` what it showed before the step first ran. */
  write(context: ActionContext, object: LicensingObject, params: P, states: { now: S; before: S }): Promise<void>
  /** A setting in words: "kms01.contoso.com, port 1688". */
  words(state: S): string
  /** What people should know of the setting as it is now; null where there is nothing. */
  remark?(state: S): string | null
  /** The steps that make the setting what it was; null where that is not known. */
  putBack(before: S, params: P): readonly CounterStep[] | null
  /** How it is undone by hand, for the undo sentence: "slmgr /skms or /ckms". */
  readonly undoneWith: string
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

const unchanged = (label: string, words: string, name: string): AppFailure =>
  new AppFailure({
    code: 'licensing-refused',
    message: `Windows reported no error, but ${label} of ${name} is ${words}.`,
    remedy: 'Look at the computer with slmgr /dlv. A Group Policy or a setting of the product itself may win.',
    retryable: false,
  })

/**
 * Makes the action for one setting of a KMS client (slmgr.md 1.4). What is right already is not written; what was written
 * is read back. `check` names a Windows version that lacks the setting, by its classes. The former setting stands in the
 * evidence.
 */
export const clientSettingAction = <P, S>(
  parts: ClientSettingParts<P, S>,
): Action<P, { before: S }, ClientSettingChanged<S>> => {
  const find = (context: ActionContext, params: P) => findLicensingObject(context, parts.activationId(params))
  const resultOf = (params: P, before: S, after: S): ClientSettingChanged<S> => ({
    before,
    after,
    changedNow: !parts.isRight(before, params),
    remark: parts.remark?.(after) ?? null,
  })
  return defineAction<P, { before: S }, ClientSettingChanged<S>>({
    kind: parts.kind,
    params: parts.params,
    evidence: parts.evidence,
    risk: 'change',
    weight: 2,
    deadline: 60_000,
    title: (params) => parts.title(params),
    equivalent: (params, target) => parts.equivalent(params, target),
    undo: () => ({
      possible: true,
      sentence: `What was set before is kept in the journal: “Undo this…” puts it back, and so does ${parts.undoneWith}.`,
    }),
    counterSteps: (params, { before }) => (parts.isRight(before, params) ? [] : parts.putBack(before, params)),
    check: async (context, params) => {
      const fault = parts.fault(params)
      if (fault !== null) return [faultFinding(fault)]
      const version = await versionFindings(context, parts.gate)
      const object = version.length > 0 ? [] : await objectFindings(context, parts.activationId(params))
      return [...elevationFindings(context), ...version, ...object]
    },
    before: async (context, params) => {
      refuseFault(parts.fault(params))
      await requireVersion(context, parts.gate)
      return { before: await parts.read(context, await find(context, params)) }
    },
    run: async (context, params, { before }) => {
      const object = await find(context, params)
      const now = await parts.read(context, object)
      if (parts.isRight(now, params) && !context.rewrite) return resultOf(params, before, now)
      await parts.write(context, object, params, { now, before })
      const after = await parts.read(context, object)
      if (!(parts.isProven ?? parts.isRight)(after, params))
        throw unchanged(parts.label, parts.words(after), object.name)
      return resultOf(params, before, after)
    },
    settle: async (context, params, { before }) => {
      const now = await parts.read(context, await find(context, params))
      const outcome = `${sentence(parts.label)} is ${parts.words(now)}.`
      return parts.isRight(now, params)
        ? { state: 'done', result: resultOf(params, before, now), outcome }
        : { state: 'not-done', outcome }
    },
    outcome: ({ before, after, changedNow, remark }) =>
      [
        changedNow
          ? `${sentence(parts.label)} is ${parts.words(after)}; it was ${parts.words(before)} before.`
          : `${sentence(parts.label)} was ${parts.words(after)} already.`,
        ...(remark === null ? [] : [remark]),
      ].join(' '),
  })
}
