import type { ActionContext, Namespace } from '../actions/action.ts'
import { AppFailure } from '../contract/app-error.ts'
import type { SecretRef, TargetRef } from '../contract/models/target.ts'
import type { SecretVault } from '../store/secret-vault.ts'
import type { Credential, Site, WmiSession } from '../wmi/wmi-session.ts'
import type { Clock } from './clock.ts'
import { passwordName } from './frozen-plan.ts'

/** What a context is made of. */
export interface ContextParts {
  readonly target: TargetRef
  readonly site: Site
  /** Names of the plan's secrets with the references to them, as far as they are in memory. */
  readonly secrets: ReadonlyMap<string, SecretRef>
  readonly vault: Pick<SecretVault, 'get'>
  readonly clock: Clock
  readonly elevated: boolean | null
  readonly signal: AbortSignal
  note(text: string): void
  /** Whether settings are written although they are right already (ActionContext). */
  readonly rewrite?: boolean
  /** Results of the plan's steps that are done, by kind; absent outside a plan. */
  earlier?(kind: string): unknown
}

/** A context and the end of it: `close` releases every connection and never throws. */
export interface OpenContext {
  readonly context: ActionContext
  close(): Promise<void>
}

/** Reads a plan's secret. Throws AppFailure `secret-missing`, with the name as the field, where it is not in memory. */
export const readSecret = (parts: Pick<ContextParts, 'secrets' | 'vault'>, name: string): string => {
  const ref = parts.secrets.get(name)
  if (ref !== undefined) return parts.vault.get(ref)
  throw new AppFailure({
    code: 'secret-missing',
    message: 'Something secret that this plan needs is not in memory.',
    remedy: 'Enter it again.',
    field: name,
    retryable: false,
  })
}

const credentialOf = (parts: ContextParts): Credential | undefined => {
  const { target } = parts
  if (target.place === 'this-computer' || target.credential === undefined) return undefined
  return { user: target.credential.user, password: readSecret(parts, passwordName) }
}

/** Makes the context that an action works in. Connections are opened at first use, one per namespace. */
export const openContext = (parts: ContextParts): OpenContext => {
  const host = parts.target.place === 'this-computer' ? null : parts.target.host
  const sessions = new Map<Namespace, Promise<WmiSession>>()
  const connect = (namespace: Namespace): Promise<WmiSession> => {
    const credential = credentialOf(parts)
    return parts.site.connect({ host, ...(credential ? { credential } : {}) }, namespace, parts.signal)
  }
  return {
    context: {
      target: parts.target,
      site: parts.site,
      host,
      session: async (namespace) => {
        const open = sessions.get(namespace) ?? connect(namespace)
        sessions.set(namespace, open)
        try {
          return await open
        } catch (thrown) {
          sessions.delete(namespace)
          throw thrown
        }
      },
      secret: (name) => readSecret(parts, name),
      signal: parts.signal,
      note: (text) => parts.note(text),
      wait: (milliseconds) => parts.clock.wait(milliseconds, parts.signal),
      now: () => parts.clock.now(),
      elevated: parts.elevated,
      ...(parts.rewrite ? { rewrite: true } : {}),
      earlier: (kind) => parts.earlier?.(kind) ?? null,
    },
    close: async () => {
      const all = await Promise.allSettled(sessions.values())
      await Promise.allSettled(all.map((one) => (one.status === 'fulfilled' ? one.value.close() : undefined)))
    },
  }
}
