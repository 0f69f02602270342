import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dataFolder, portableFolderName } from '../../../src-main/shell/data-folder.ts'

let stick = ''
beforeEach(() => {
  stick = mkdtempSync(join(tmpdir(), 'activation-kit-stick-'))
})
afterEach(() => rmSync(stick, { recursive: true, force: true }))

describe('the folder of the app’s data', () => {
  it.each([undefined, ''])('is the usual one where the app is installed (%s)', (portable) => {
    expect(dataFolder(portable, '/usual')).toEqual({ path: '/usual', notices: [] })
  })

  it('is beside the portable program, and the probe leaves nothing in it', () => {
    const beside = join(stick, portableFolderName)
    expect(dataFolder(stick, '/usual')).toEqual({ path: beside, notices: [] })
    expect(readdirSync(beside)).toEqual([])
  })

  it('keeps what is there from the last time', () => {
    const beside = join(stick, portableFolderName)
    mkdirSync(beside)
    writeFileSync(join(beside, 'journal.sqlite'), 'kept')
    expect(dataFolder(stick, '/usual').path).toBe(beside)
    expect(readdirSync(beside)).toEqual(['journal.sqlite'])
  })

  it('falls back to the usual one with a notice where the medium cannot be written to', () => {
    // A file in the folder's place refuses everybody, root among them.
    writeFileSync(join(stick, portableFolderName), '')
    const { path, notices } = dataFolder(stick, '/usual')
    expect(path).toBe('/usual')
    expect(notices).toHaveLength(1)
    expect(notices[0]).toMatchObject({ level: 'warning' })
    expect(notices[0]?.message).toContain(stick)
    expect(notices[0]?.message).toContain('/usual')
    expect(notices[0]?.remedy).toContain('write protection')
  })
})
