import { channels, type ChannelName, wire } from '../../../src-main/contract/channels.ts'
import type { Handlers } from '../../../src-main/contract/handlers.ts'
import { contract } from '../../../src-main/contract/table.ts'
import { createLogger } from '../../../src-main/logging/logger.ts'
import { startRouter } from '../../../src-main/ipc/router.ts'
import { FakeContents, FakeFrame, FakeIpcMain } from '../../unit/ipc/fake-electron.ts'
import { type Figure, median } from '../figure.ts'

const callsPerBatch = 2_000
const batches = 21

/** A message of about 1 KB, as the editor of a publish list sends it. */
const message = {
  list: {
    form: 'rows' as const,
    rows: Array.from({ length: 14 }, (_, index) => ({
      domain: `department-${String(index).padStart(2, '0')}.example.test`,
      priority: '10',
      weight: '100',
    })),
  },
  ownDomain: 'corp.example.test',
}
const requestIdOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
const answer = { drafts: [], rows: [], lines: [], findings: [], cautions: [] }

/** Microseconds per call. */
const timed = async (work: () => unknown): Promise<number> => {
  const started = performance.now()
  for (let done = 0; done < callsPerBatch; done += 1) await work()
  return ((performance.now() - started) * 1_000) / callsPerBatch
}

const startFakeRouter = (): ((requestId: string) => Promise<unknown>) => {
  const ipcMain = new FakeIpcMain()
  const frame = new FakeFrame()
  const event = { sender: new FakeContents(1), senderFrame: frame }
  const handler = async (): Promise<unknown> => answer
  startRouter({
    ipcMain,
    handlers: Object.fromEntries(
      Object.keys(channels).map((name) => [name as ChannelName, handler]),
    ) as unknown as Handlers,
    trusted: { origin: frame.origin, isOwnWindow: (id) => id === 1 },
    logger: createLogger(() => {}),
    toError: () => ({ code: 'internal', message: 'The benchmark failed.', retryable: false }),
    redact: (text) => text,
  })
  return (requestId) => ipcMain.invoke(wire.call, event, 'publishList.check', requestId, message)
}

/**
 * What the router adds to one call (sender check, shape, zod on the way in and out, envelope, bookkeeping), in
 * microseconds, against parsing the same message of 1 KB with zod alone. The two take turns, so that a busy machine slows
 * both; medians of 21 batches.
 */
export const measureIpcRouter = async (): Promise<readonly Figure[]> => {
  const call = startFakeRouter()
  const first = await call(requestIdOf(0))
  if (JSON.stringify(first) !== JSON.stringify({ ok: true, value: answer }))
    throw new Error(`The router answered ${JSON.stringify(first)}.`)
  const { input } = contract['publishList.check']
  const handler = async (): Promise<unknown> => answer
  let request = 0
  const routed: number[] = []
  const parsed: number[] = []
  const bare: number[] = []
  for (let batch = 0; batch < batches; batch += 1) {
    routed.push(
      await timed(() => {
        request += 1
        return call(requestIdOf(request))
      }),
    )
    parsed.push(await timed(() => input.parse(message)))
    bare.push(await timed(handler))
  }
  const value = median(routed) - median(bare)
  const anchor = median(parsed)
  return [{ name: 'ipc.router', value, unit: 'us', anchor, ratio: value / anchor }]
}
