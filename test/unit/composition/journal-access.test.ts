import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openJournalOrExplain } from '../../../src-main/composition/journal-access.ts'
import { AppFailure } from '../../../src-main/contract/app-error.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kit-journal-'))
})
afterEach(() => rm(folder, { recursive: true }))
const options = () => ({ path: join(folder, 'journal.sqlite'), now: () => new Date() })

it('opens a journal that can be opened', () => {
  const store = openJournalOrExplain(options())
  expect([store.notices, store.read({ before: null, limit: 10 })]).toEqual([[], []])
  store.close()
})

it('explains one that cannot, lets the app start, and refuses to write or to read', () => {
  const error = {
    code: 'journal-unavailable',
    message: 'The journal is in use.',
    remedy: 'Close the other app.',
    retryable: true,
  } as const
  const store = openJournalOrExplain(options(), () => {
    throw new AppFailure(error)
  })
  expect(store.notices).toEqual([{ level: 'error', message: error.message, remedy: error.remedy }])
  expect(store.plansIn(['running'])).toEqual([])
  for (const write of [() => store.addPlan({} as never, []), () => store.read({ before: null, limit: 1 })])
    expect(write).toThrow(expect.objectContaining({ error }) as Error)
})
