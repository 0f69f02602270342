import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createLogger } from '../../../src-main/logging/logger.ts'
import { endInOrder } from '../../../src-main/shell/orderly-end.ts'
import type { EndStep } from '../../../src-main/shell/orderly-end.ts'

const patience = { timeout: 30_000 }

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const start = (steps: readonly EndStep[]) => {
  const app = Object.assign(new EventEmitter(), { exit: vi.fn() })
  endInOrder(
    app,
    steps,
    createLogger(() => undefined),
  )
  const quit = () => app.emit('will-quit', { preventDefault: () => undefined })
  return { app, quit }
}

it('runs the steps in order, a failing one too, and exits once', async () => {
  const done: string[] = []
  const { app, quit } = start([
    async () => {
      done.push('first')
      throw new Error('did not work')
    },
    async () => {
      done.push('second')
    },
  ])
  quit()
  quit()
  await vi.waitFor(() => expect(app.exit).toHaveBeenCalled(), patience)
  expect([done, app.exit.mock.calls]).toEqual([['first', 'second'], [[0]]])
})

it('does not wait for ever', () => {
  const { app, quit } = start([() => new Promise(() => undefined)])
  quit()
  expect(app.exit).not.toHaveBeenCalled()
  vi.runAllTimers()
  expect(app.exit).toHaveBeenCalledTimes(1)
})
