import type { z } from 'zod'
import type { AppError } from '../contract/app-error.ts'
import type { Finding } from '../contract/models/finding.ts'
import type { Risk } from '../contract/models/plan.ts'
import type { TargetRef } from '../contract/models/target.ts'
import type { Site, WmiSession } from '../wmi/wmi-session.ts'

/** What an action may use while it runs. */
export interface ActionContext {
  readonly target: TargetRef
  /** The place the target is in, for DNS questions and port probes. */
  readonly site: Site
  /** The target's host name, null for this computer. */
  readonly host: string | null
  /** A connection to a namespace of the target; opened once per namespace and closed by the runner. */
  session(namespace: Namespace): Promise<WmiSession>
  /** The secret of that name in the plan. Throws AppFailure `secret-missing` where it has to be entered again. */
  secret(name: string): string
  readonly signal: AbortSignal
  /** Tells people what is going on ("Waiting for the service to stop"). */
  note(text: string): void
  /** Waits without blocking; rejects when the signal aborts. Milliseconds. */
  wait(milliseconds: number): Promise<void>
  /** The clock of the app's own computer. */
  now(): Date
  /** Whether the app runs elevated; null where that means nothing. */
  readonly elevated: boolean | null
  /** The result of an earlier step of the plan, by its kind; null where there is none. The reader checks its shape. */
  earlier(kind: string): unknown
  /**
   * While `check` looks: kinds of the steps that come before this one in the same plan, so that what they are going to
   * change is not held against it. Absent at all other times.
   */
  readonly planned?: ReadonlySet<string>
  /**
   * Whether settings are written although they are right already, as slmgr does with an option that was typed. Absent in
   * plans, where what is right is left alone.
   */
  readonly rewrite?: boolean
}

/** WMI namespaces that the actions use. */
export type Namespace = 'root\\cimv2' | 'root\\default' | 'root\\StandardCimv2' | 'root\\MicrosoftDNS'

/** What is known of an interrupted step after looking at the computer. */
export type Settlement<R> =
  | { readonly state: 'done'; readonly result: R; readonly outcome: string }
  | { readonly state: 'not-done'; readonly outcome: string }
  | { readonly state: 'cannot-tell'; readonly outcome: string }

/** A step of the catalogue as a plan freezes it: the kind of an action with its parameters. */
export interface CounterStep {
  readonly kind: string
  readonly params: Readonly<Record<string, z.core.util.JSONType>>
}

/** What is said about undoing an action, in one sentence, and the action that undoes it where there is one. */
export interface UndoStatement<P> {
  readonly possible: boolean
  readonly sentence: string
  readonly call?: { readonly kind: string; readonly params: P }
}

/** What an installation ID is told with: everything that people need to get a confirmation ID. */
export interface InstallationIdTold {
  readonly installationId: string
  readonly activationId: string
  readonly productName: string
  /** ISO 8601, by the app's clock. */
  readonly readAt: string
}

/**
 * Something that only people can give once the plan has come so far. The plan waits for it, over restarts of the app as
 * well; `before` gathers what people have to be told, and `run` finds the input with `context.secret(name)`.
 */
export interface AwaitedInput<B> {
  readonly name: string
  readonly kind: 'confirmation-id'
  /** What people are told. */
  tell(before: B): InstallationIdTold
  /** Why an input cannot be taken, before it is tried; null where it can. */
  refuse(typed: string): AppError | null
  /** Whether anything is to be given at all: false where `before` saw that the step has nothing to do. */
  isNeeded(before: B): boolean
  /** Whether a failure of `run` may be mended by another input. */
  mayTryAnother(error: AppError): boolean
  /** Why what people were told no longer holds; null where it does. */
  changed(told: B, now: B): AppError | null
}

/**
 * Something the app does to one computer. One file per action; wizards, the runner, the journal and exports all read
 * this one catalogue.
 *
 * `B` is the evidence that `before` gathers; it is journalled before `run` begins, so that `settle` can tell, after a
 * kill, whether the write happened. `run` looks at the same evidence and performs only what is still missing: running
 * it again after a kill never does a write twice. P, B and R are plain JSON; no secret ever stands in them.
 */
export interface Action<P, B, R> {
  /** Stable name, for example `product-key.install`. */
  readonly kind: string
  readonly params: z.ZodType<P>
  /** The schema of what `before` gathers, because resuming reads it back from the journal. */
  readonly evidence: z.ZodType<B>
  readonly risk: Risk
  /** Its share of the plan's progress; about the seconds that it usually takes. */
  readonly weight: number
  /** Milliseconds after which a run counts as hung: its engine is ended and what it did is unknown. */
  readonly deadline: number
  /** Names of the plan's secrets that these parameters need; absent where there are none. */
  secrets?(params: P): readonly string[]
  /** What the step waits for; absent where it needs nothing of that kind. */
  readonly awaits?: AwaitedInput<B>
  /** A short sentence in the imperative: "Install the KMS host key ending in ABCDE". */
  title(params: P): string
  /** The slmgr, netsh or net command line that does the same, secrets masked; null where there is none. */
  equivalent(params: P, target: TargetRef): string | null
  /** What can be undone and how; null for reads. */
  undo(params: P): UndoStatement<unknown> | null
  /** Whether the action can work here and now, before anything is changed. A `problem` stops the plan. */
  check?(context: ActionContext, params: P): Promise<readonly Finding[]>
  /** Gathers evidence of the state before the write. Reads only. */
  before(context: ActionContext, params: P): Promise<B>
  /** Does it. Throws AppFailure or WmiError. */
  run(context: ActionContext, params: P, before: B): Promise<R>
  /** After an interruption: looks whether the write happened. Reads only. */
  settle(context: ActionContext, params: P, before: B): Promise<Settlement<R>>
  /** What came back, in one sentence for the journal. */
  outcome(result: R): string
  /**
   * What is still open although the step did what it was for, as an error with its code and remedy; null where nothing is.
   * Absent where a step is either done or failed.
   */
  left?(result: R): AppError | null
  /**
   * The steps that put back what `before` recorded: none where nothing was changed, null where what was there is not known well
   * enough. Absent where no step of the app undoes it. Pure.
   */
  counterSteps?(params: P, before: B): readonly CounterStep[] | null
}

/** Keeps the type parameters of an action while the catalogue holds actions of all kinds. */
export const defineAction = <P, B, R>(action: Action<P, B, R>): Action<P, B, R> => action
