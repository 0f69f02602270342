import { expect, it } from 'vitest'
import type { BatchEvent } from '../../../../src-main/contract/models/batch.ts'
import { createBatchPublisher } from '../../../../src-main/plans/batches/batch-publisher.ts'
import { batchOf, batchRowOf } from '../../../ui-preview/batch.ts'

it('gathers what changes within a tenth of a second in one event, each computer once and as it is by then', async () => {
  const waits: { readonly milliseconds: number; readonly pass: () => void }[] = []
  const publisher = createBatchPublisher({
    now: () => new Date(),
    wait: (milliseconds) => new Promise((pass) => void waits.push({ milliseconds, pass })),
  })
  const events: BatchEvent[] = []
  const view = batchOf(10_000)
  const end = publisher.subscribe(view.batchId, view, (event) => events.push(event))
  for (let turn = 0; turn < 3; turn += 1)
    for (let position = 0; position < 1000; position += 1)
      publisher.changed(view.batchId, () => view, {
        position,
        draw: () => batchRowOf(position, `pc${position}`, turn === 2 ? 'done' : 'running'),
      })
  expect(waits.map(({ milliseconds }) => milliseconds)).toEqual([100])
  waits[0]?.pass()
  await Promise.resolve()
  await expect.poll(() => events.length).toBe(2)
  expect(events.map(({ sequence, rows }) => [sequence, rows.length])).toEqual([
    [1, 0],
    [2, 1000],
  ])
  expect(events[1]?.rows.every(({ state }) => state === 'done')).toBe(true)
  end()
  publisher.changed(view.batchId, () => view)
  expect(waits).toHaveLength(1)
})
