import type { Page } from '@playwright/test'
import type { AppError, ErrorCode } from '../../src-main/contract/app-error.ts'

/** The envelope as it arrives in the page. */
export type Envelope<T = unknown> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError }

interface BridgeGlobal {
  readonly activationKit: {
    call(name: string, requestId: string, input: unknown): Promise<Envelope>
    listen(name: string, requestId: string, input: unknown, onEvent: (event: unknown) => void): Promise<Envelope>
  }
}

/**
 * Calls the bridge from the page's own world, as a script that got into the page would.
 * @param json the input as JSON text, so that names such as `__proto__` arrive as own properties; none for `undefined`
 */
export const callRaw = <T = unknown>(
  page: Page,
  name: string,
  json?: string,
  verb: 'call' | 'listen' = 'call',
): Promise<Envelope<T>> =>
  page.evaluate(
    ({ name: channel, json: text, verb: how }) => {
      const { activationKit } = globalThis as unknown as BridgeGlobal
      const input: unknown = text === undefined ? undefined : JSON.parse(text)
      const id = crypto.randomUUID()
      return how === 'call'
        ? activationKit.call(channel, id, input)
        : activationKit.listen(channel, id, input, () => {})
    },
    { name, json, verb },
  ) as Promise<Envelope<T>>

/** Calls the bridge with an input that JSON can hold. */
export const callBridge = <T = unknown>(page: Page, name: string, input?: unknown): Promise<Envelope<T>> =>
  callRaw<T>(page, name, input === undefined ? undefined : JSON.stringify(input))

/** The code of a refusal, or `accepted`. */
export const codeOf = (envelope: Envelope): ErrorCode | 'accepted' => (envelope.ok ? 'accepted' : envelope.error.code)

/** The value of an answer; throws where it was refused. */
export const valueOf = <T>(envelope: Envelope<T>): T => {
  if (envelope.ok) return envelope.value
  throw new Error(`${envelope.error.code}: ${envelope.error.message}`)
}
