import { describe, expect, it } from 'vitest'
import type { PlanEvent, PlanView } from '../../../src-main/contract/models/plan.ts'
import { createPlanPublisher } from '../../../src-main/plans/plan-publisher.ts'
import { createTestClock } from './test-clock.ts'

const view = (title: string): PlanView => ({
  planId: 'p',
  wizard: 'steps',
  title,
  target: { place: 'this-computer' },
  targetName: 'DESK',
  createdAt: '2026-11-22T10:00:00.000Z',
  digest: '0'.repeat(64),
  consents: [],
  state: 'running',
  progress: 0,
  findings: [],
  steps: [],
  missingSecrets: [],
  waiting: null,
  deferred: [],
  error: null,
})
const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('what watchers of a plan are told', () => {
  it('is the latest remark of each tenth of a second, and every state at once', async () => {
    const clock = createTestClock(100)
    const publisher = createPlanPublisher(clock)
    const events: PlanEvent[] = []
    const end = publisher.subscribe('p', view('begin'), (event) => events.push(event))
    const titles = () => events.map(({ plan }) => plan.title)

    for (const remark of ['a', 'b', 'c']) publisher.chatter('p', () => view(remark))
    expect(titles()).toEqual(['begin'])
    clock.advance(100)
    await settled()
    expect(titles()).toEqual(['begin', 'c'])

    publisher.chatter('p', () => view('d'))
    publisher.state(view('state'))
    expect(titles()).toEqual(['begin', 'c', 'state'])
    clock.advance(100)
    await settled()
    expect(titles()).toEqual(['begin', 'c', 'state'])
    expect(events.map(({ sequence }) => sequence)).toEqual([1, 2, 3])

    end()
    publisher.state(view('late'))
    expect(titles()).toHaveLength(3)
  })
})
