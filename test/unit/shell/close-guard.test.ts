import { EventEmitter } from 'node:events'
import { expect, it, vi } from 'vitest'
import { createLogger } from '../../../src-main/logging/logger.ts'
import { guardClose } from '../../../src-main/shell/close-guard.ts'

const patience = { timeout: 30_000 }

const open = (running: boolean, ask: () => Promise<'stay' | 'stop'>) => {
  const window = Object.assign(new EventEmitter(), { isDestroyed: () => false, destroy: vi.fn() })
  const ended = Promise.withResolvers<undefined>()
  const work = { isRunning: () => running, stopAndWait: vi.fn(() => ended.promise) }
  const quit = Promise.withResolvers<'quit'>()
  guardClose(window, {
    work,
    logger: createLogger(() => undefined),
    ask,
    quit: () => quit.resolve('quit'),
  })
  const close = (): boolean => {
    let prevented = false
    window.emit('close', { preventDefault: () => (prevented = true) })
    return !prevented
  }
  return { window, work, close, endStep: () => ended.resolve(undefined), whenQuit: quit.promise }
}

it('lets the window close where nothing runs', () => {
  const ask = vi.fn(async () => 'stay' as const)
  expect(open(false, ask).close()).toBe(true)
  expect(ask).not.toHaveBeenCalled()
})

it('keeps the window while a plan runs, and asks once', async () => {
  const answer = Promise.withResolvers<'stay' | 'stop'>()
  const ask = vi.fn(() => answer.promise)
  const { close, window, work } = open(true, ask)
  expect([close(), close()]).toEqual([false, false])
  expect(ask).toHaveBeenCalledTimes(1)
  answer.resolve('stay')
  await vi.waitFor(() => {
    close()
    expect(ask).toHaveBeenCalledTimes(2)
  }, patience)
  expect([work.stopAndWait.mock.calls, window.destroy.mock.calls]).toEqual([[], []])
})

it('closes once the running step has ended', async () => {
  const { close, window, work, endStep, whenQuit } = open(true, async () => 'stop')
  close()
  await vi.waitFor(() => expect(work.stopAndWait).toHaveBeenCalled(), patience)
  expect(window.destroy).not.toHaveBeenCalled()
  endStep()
  expect(await whenQuit).toBe('quit')
  expect(window.destroy).toHaveBeenCalledTimes(1)
})
