import { expect, it } from 'vitest'
import { createBatchResults } from '../../../src-main/composition/batch-results.ts'
import type { FileToSave } from '../../../src-main/handlers/service-interfaces.ts'
import { batchRowOf } from '../../ui-preview/batch.ts'

const saved = async (
  rows: readonly ReturnType<typeof batchRowOf>[],
): Promise<{ file: FileToSave; lines: string[] }> => {
  const files: FileToSave[] = []
  const results = createBatchResults({
    batches: { rows: ({ offset, limit }) => ({ total: rows.length, rows: rows.slice(offset, offset + limit) }) },
    files: {
      save: async (file) => {
        files.push(file)
        return true
      },
    },
    clock: { now: () => new Date('2026-11-22T12:00:00Z') },
  })
  expect(await results.save('11111111-1111-4111-8111-111111111111')).toBe(true)
  const [file] = files
  if (file === undefined) throw new Error('Nothing was saved.')
  return { file, lines: Buffer.from(file.bytes).toString('utf8').split('\r\n') }
}

it('saves code, remedy and result of each computer, and nothing that a spreadsheet would run', async () => {
  const { file, lines } = await saved([
    batchRowOf(0, '=cmd|calc', 'failed'),
    batchRowOf(1, 'a, "b"', 'done'),
    batchRowOf(2, 'pc2', 'skipped'),
  ])
  expect(file).toMatchObject({ kind: 'csv' })
  expect(file.suggestedName).toMatch(/^batch-results-[\d-]+\.csv$/)
  expect(lines[0]).toBe('\u{FEFF}Computer,State,Result,What to do,Code,Steps done,Begun,Ended')
  expect(lines[1]).toMatch(/^'=cmd\|calc,Failed,No KMS host could be contacted\.,.*,0xC004F074,0,/)
  expect(lines[2]).toMatch(/^"a, ""b""",Done,Activated by kms01\.woodgrove\.example until 2027-05-21\.,,,1,/)
  expect(lines[3]).toContain('pc2,Skipped,')
})

it('names a computer that is done but for its activation, with what to do', async () => {
  const done = batchRowOf(0, 'pc0', 'done')
  const error = {
    code: 'activation-pending',
    message: 'The key is installed.',
    remedy: 'Windows asks by itself.',
    hresult: 0xc004f074,
    retryable: true,
  } as const
  const row = { ...done, steps: done.steps.map((step) => ({ ...step, state: 'done' as const, error })) }
  expect((await saved([row])).lines[1]).toMatch(
    /^pc0,"Done, not activated yet",The key is installed\.,Windows asks by itself\.,0xC004F074,/,
  )
})

it('saves every computer of a great batch, in its order', async () => {
  const { lines } = await saved(Array.from({ length: 1203 }, (_, at) => batchRowOf(at, `pc${at}`, 'done')))
  expect(lines.slice(1, -1).map((line) => line.split(',')[0])).toEqual(
    Array.from({ length: 1203 }, (_, at) => `pc${at}`),
  )
})
