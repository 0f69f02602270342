import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLogFiles } from '../../../src-main/logging/log-files.ts'
import { createLogger, errorFields } from '../../../src-main/logging/logger.ts'
import { createRedaction } from '../../../src-main/logging/redaction.ts'

let folder = ''
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'kit-logs-')), 'logs')
})
afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }))

const open = (limits?: { files: number; bytesPerFile: number }) => {
  const redaction = createRedaction()
  redaction.register((text) => text.replaceAll(/canary/gi, '(masked)'))
  const files = createLogFiles(folder, redaction.value, limits)
  let day = 1
  const logger = createLogger(files.write, () => new Date(Date.UTC(2026, 10, day, 12)))
  return { files, logger, redaction, tomorrow: () => (day += 1) }
}
const lines = async (name: string) =>
  (await readFile(join(folder, name), 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

describe('log files', () => {
  it('hold one JSON line per entry, with the fields that every line carries', async () => {
    const { files, logger } = open()
    logger.with({ requestId: 'request-1' }).warn('Something', { code: 'busy' })
    logger.info('More')
    await files.flush()
    expect(await lines('kit-2026-11-01.jsonl')).toEqual([
      { at: '2026-11-01T12:00:00.000Z', level: 'warn', message: 'Something', code: 'busy', requestId: 'request-1' },
      { at: '2026-11-01T12:00:00.000Z', level: 'info', message: 'More' },
    ])
  })

  it('begin anew each day and keep the newest alone', async () => {
    const { files, logger, tomorrow } = open({ files: 3, bytesPerFile: 10_000 })
    for (let day = 1; day <= 5; day++) {
      logger.info(`day ${day}`)
      tomorrow()
    }
    await files.flush()
    expect((await readdir(folder)).toSorted()).toEqual([
      'kit-2026-11-03.jsonl',
      'kit-2026-11-04.jsonl',
      'kit-2026-11-05.jsonl',
    ])
  })

  it('go on in another part when a file is full, also after a restart', async () => {
    const limits = { files: 14, bytesPerFile: 300 }
    for (const run of [1, 2]) {
      const { files, logger } = open(limits)
      for (let line = 0; line < 4; line++) logger.info(`run ${run} line ${line}`, { filler: 'x'.repeat(60) })
      await files.flush()
    }
    const names = (await readdir(folder)).toSorted()
    const sizes = await Promise.all(names.map(async (name) => (await readFile(join(folder, name))).length))
    expect(names.length).toBeGreaterThan(2)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(300)
    expect((await Promise.all(names.map(lines))).flat()).toHaveLength(8)
  })

  it('leave files of others alone', async () => {
    const { files, logger, tomorrow } = open({ files: 1, bytesPerFile: 10_000 })
    logger.info('one')
    await files.flush()
    await writeFile(join(folder, 'notes.txt'), 'mine')
    tomorrow()
    logger.info('two')
    await files.flush()
    expect((await readdir(folder)).toSorted()).toEqual(['kit-2026-11-02.jsonl', 'notes.txt'])
  })

  it('do not stop the app where they cannot be written, and go on when they can', async () => {
    await writeFile(folder, 'a file where the folder belongs')
    const { files, logger } = open()
    logger.info('lost')
    await files.flush()
    await rm(folder)
    logger.info('kept')
    await files.flush()
    expect((await lines('kit-2026-11-01.jsonl')).map((line) => line['message'])).toEqual(['kept'])
  })

  it('take a last line at once when the process dies', async () => {
    const { files, logger } = open()
    logger.info('first')
    await files.flush()
    files.writeNow({ at: '2026-11-01T12:00:00.000Z', level: 'error', message: 'The end' })
    expect((await lines('kit-2026-11-01.jsonl')).map((line) => line['message'])).toEqual(['first', 'The end'])
  })
})

describe('redaction at the sink', () => {
  it('reaches every string of a line, keys, nested values and errors', async () => {
    const { files, logger } = open()
    logger.error('canary in the message', {
      plain: 'a CANARY here',
      nested: { list: ['canary', 1, null, true], 'key canary': 'x' },
      cause: new Error('canary in an error'),
      ...errorFields(new TypeError('canary in a thrown one')),
    })
    await files.flush()
    const text = await readFile(join(folder, 'kit-2026-11-01.jsonl'), 'utf8')
    expect(text).not.toMatch(/canary/i)
    expect(text.match(/\(masked\)/g)?.length).toBeGreaterThanOrEqual(7)
  })

  it('sees a secret before JSON escapes it', async () => {
    const { files, logger, redaction } = open()
    const password = 'pa"ss\\word\n'
    redaction.register((text) => text.replaceAll(password, '(password)'))
    logger.info(`with ${password}`)
    await files.flush()
    expect(await lines('kit-2026-11-01.jsonl')).toMatchObject([{ message: 'with (password)' }])
  })

  it('withholds a text whose redactor fails', () => {
    const { redaction } = open()
    const remove = redaction.register(() => {
      throw new Error('broken')
    })
    expect(redaction.text('anything')).not.toContain('anything')
    remove()
    expect(redaction.text('anything')).toBe('anything')
  })

  it('does not follow values without end', () => {
    const { redaction } = open()
    const cyclic: Record<string, unknown> = {}
    cyclic['self'] = cyclic
    expect(JSON.stringify(redaction.value(cyclic))).toContain('too deep')
  })
})
