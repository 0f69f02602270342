/** Adds ten thousand computers to the journal file of a path as the app does, and tells of each transaction; then waits. */
import { writeSync } from 'node:fs'
import { createEstate } from '../../../../src-main/composition/estate/estate-service.ts'
import { systemClock } from '../../../../src-main/plans/clock.ts'
import { openJournal } from '../../../../src-main/store/journal-store.ts'
import { createSecretVault } from '../../../../src-main/store/secret-vault.ts'

const [path = ''] = process.argv.slice(2)
const { estate } = openJournal({ path, now: () => new Date() })
const told = {
  ...estate,
  add: (...parameters: Parameters<typeof estate.add>) => {
    writeSync(1, '+')
    const rows = estate.add(...parameters)
    writeSync(1, '.')
    return rows
  },
}
const { service } = createEstate({
  store: told,
  vault: createSecretVault(Buffer.alloc(32)),
  clock: systemClock,
  searchDirectory: () => Promise.reject(new Error('There is no directory here.')),
})
const never = new AbortController().signal
const text = Array.from({ length: 10_000 }, (_, index) => `pc${index}`).join('\n')
const place = { place: 'network' } as const
const { previewId } = await service.preview({ place, input: { from: 'text', text } }, never)
await service.add({ previewId, only: null, group: 'Berlin', tags: ['new'], updateKnown: false }, never)
writeSync(1, '!')
setInterval(() => undefined, 2 ** 30)
