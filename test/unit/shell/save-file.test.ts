import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserWindow } from 'electron'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const showSaveDialog = vi.hoisted(() => vi.fn())
vi.mock('electron', () => ({ dialog: { showSaveDialog } }))

const { createFileService } = await import('../../../src-main/shell/save-file.ts')
const files = createFileService(() => ({}) as BrowserWindow)
const file = {
  suggestedName: 'kms-host-KMS01.reg',
  kind: 'registry-file',
  bytes: Buffer.from([0xff, 0xfe, 0x41, 0]),
} as const

describe('saving a file', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'save-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('writes the bytes where the person says, after suggesting the name', async () => {
    const filePath = join(folder, 'here.reg')
    showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath })
    expect(await files.save(file)).toBe(true)
    expect(await readFile(filePath)).toEqual(file.bytes)
    expect(showSaveDialog.mock.lastCall?.[1]).toMatchObject({ defaultPath: file.suggestedName })
  })

  it('writes nothing where the person gives it up', async () => {
    showSaveDialog.mockResolvedValueOnce({ canceled: true, filePath: '' })
    expect(await files.save(file)).toBe(false)
  })

  it('names the place that cannot be written', async () => {
    const filePath = join(folder, 'missing', 'here.reg')
    showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath })
    await expect(files.save(file)).rejects.toMatchObject({
      error: { code: 'internal', message: expect.stringContaining(filePath) as string, retryable: true },
    })
  })
})
