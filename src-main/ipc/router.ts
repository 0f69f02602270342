import type { AppError, Result } from '../contract/app-error.ts'
import { fail, ok } from '../contract/app-error.ts'
import type { ChannelName } from '../contract/channels.ts'
import { channels, isChannelName, wire } from '../contract/channels.ts'
import type { CallContext, Handlers, ListenContext } from '../contract/handlers.ts'
import { contract } from '../contract/table.ts'
import type { Logger } from '../logging/logger.ts'
import { errorFields } from '../logging/logger.ts'
import type { IpcEventLike, IpcMainLike } from './electron-parts.ts'
import { isRequestId, refuseShape } from './input-shape.ts'
import { createOpenRequests } from './open-requests.ts'
import type { OpenRequest } from './open-requests.ts'
import { maskError } from './mask-error.ts'
import type { TrustedSenders } from './sender-check.ts'
import { checkSender } from './sender-check.ts'
import { startSubscription } from './subscription.ts'
import { firstProblemPath, invalidInput, invalidRequest } from './validation.ts'

/** What the router works with. */
export interface RouterParts {
  readonly ipcMain: IpcMainLike
  readonly handlers: Handlers
  readonly trusted: TrustedSenders
  readonly logger: Logger
  /** Turns what a handler threw into a value. */
  toError(thrown: unknown): AppError
  /** Masks secrets in the texts of an error. */
  redact(text: string): string
}

/** The running router. */
export interface Router {
  /** Aborts every open call and subscription, when the app ends. */
  abortAll(): void
}

type Verb = (typeof channels)[ChannelName]
type AnyCall = (input: unknown, context: CallContext) => Promise<unknown>
type AnyListen = (input: unknown, context: ListenContext<never>) => Promise<void>

const cancelled: AppError = { code: 'cancelled', message: 'The request was cancelled.', retryable: true }
const refused: AppError = { code: 'forbidden', message: 'This request does not come from the app.', retryable: false }
const busy: AppError = {
  code: 'busy',
  message: 'Too many requests are under way in this window.',
  remedy: 'Wait for one of them to end.',
  retryable: true,
}
const badOutput: AppError = {
  code: 'internal',
  message: 'The app produced an answer that it does not trust, and withheld it.',
  retryable: false,
}

/**
 * Connects the contract to ipcMain: the three wire channels and no others. Whatever arrives, the answer is a Result
 * envelope; nothing is thrown across the border, and no answer repeats what was sent.
 */
export const startRouter = (parts: RouterParts): Router => {
  const { ipcMain, handlers, trusted, logger } = parts
  const open = createOpenRequests()

  const run = async (name: ChannelName, work: Promise<unknown>, request: OpenRequest): Promise<Result<unknown>> => {
    const aborted = new Promise<never>((_, reject) => {
      const end = (): void => reject(request.signal)
      if (request.signal.aborted) end()
      else request.signal.addEventListener('abort', end, { once: true })
    })
    try {
      return ok(await Promise.race([work, aborted]))
    } catch (thrown) {
      if (thrown === request.signal) return fail(cancelled)
      const error = maskError(parts.toError(thrown), parts.redact)
      const fields = { channel: name, code: error.code, hresult: error.hresult ?? null, detail: error.detail ?? null }
      if (error.code === 'internal') logger.error('A handler failed', { ...fields, ...errorFields(thrown) })
      else logger.warn('A request was answered with an error', fields)
      return fail(error)
    }
  }

  const call = async (name: ChannelName, input: unknown, requestId: string, request: OpenRequest) => {
    // The table gives input and output of `name` the handler's own types; the union of all handlers cannot say so.
    const handler = handlers[name] as AnyCall
    const work = Promise.resolve().then(() => handler(input, { signal: request.signal, requestId }))
    work.then(request.release, request.release)
    const result = await run(name, work, request)
    if (!result.ok) return result
    const entry = contract[name]
    const output = entry.verb === 'call' ? entry.output.safeParse(result.value) : null
    if (output?.success) return ok(output.data)
    const field = output ? firstProblemPath(output.error) : ''
    logger.error('A handler gave an answer that breaks the contract', { channel: name, requestId, field })
    return fail(badOutput)
  }

  const listen = (name: ChannelName, input: unknown, requestId: string, request: OpenRequest, event: IpcEventLike) => {
    const subscription = startSubscription({ name, requestId, request, frame: event.senderFrame, logger })
    const handler = handlers[name] as AnyListen
    const work = Promise.resolve().then(() => handler(input, subscription.context))
    return run(name, work, request).then((result) => {
      if (!result.ok) request.abort()
      subscription.settle(work)
      return result
    })
  }

  const answer = async (verb: Verb, event: IpcEventLike, args: readonly unknown[]): Promise<Result<unknown>> => {
    const sender = checkSender(event, trusted)
    if ('refused' in sender) {
      logger.warn('A message from a stranger was refused', { reason: sender.refused, verb })
      return fail(refused)
    }
    const [name, requestId, input] = args
    if (!isChannelName(name) || channels[name] !== verb || args.length > 3)
      return fail(invalidRequest('The app has no such request.'))
    if (!isRequestId(requestId)) return fail(invalidRequest('The request carries no valid id.', 'requestId'))
    const shape = refuseShape(input)
    if (shape !== null) return fail(invalidRequest(shape))
    const parsed = contract[name].input.safeParse(input)
    if (!parsed.success) return fail(invalidInput(parsed.error))
    const request = open.open(event.sender, sender.frame, requestId, verb === 'call' ? 'calls' : 'subscriptions')
    if (request === 'busy') return fail(busy)
    if (request === 'duplicate')
      return fail(invalidRequest('A request with this id is already under way.', 'requestId'))
    return verb === 'call'
      ? call(name, parsed.data, requestId, request)
      : listen(name, parsed.data, requestId, request, event)
  }

  ipcMain.handle(wire.call, (event, ...args) => answer('call', event, args))
  ipcMain.handle(wire.listen, (event, ...args) => answer('listen', event, args))
  ipcMain.on(wire.cancel, (event, ...args) => {
    const sender = checkSender(event, trusted)
    if ('refused' in sender || !isRequestId(args[0])) return
    open.cancel(event.sender, sender.frame, args[0])
  })
  return { abortAll: open.abortAll }
}
