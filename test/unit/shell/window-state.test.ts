import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLogger } from '../../../src-main/logging/logger.ts'
import { createStateFile } from '../../../src-main/shell/state-file.ts'
import { placeWindow, WindowState } from '../../../src-main/shell/window-state.ts'

const laptop = { x: 0, y: 0, width: 1366, height: 728 }
const monitor = { x: 1366, y: 0, width: 2560, height: 1400 }

describe('placing the window', () => {
  it('opens in the middle of the first display where nothing is remembered', () => {
    expect(placeWindow(null, [monitor, laptop])).toEqual({ x: 2046, y: 300, width: 1200, height: 800 })
  })

  it('opens where it was', () => {
    const state = { x: 1500, y: 100, width: 1600, height: 1000, maximized: false }
    expect(placeWindow(state, [laptop, monitor])).toEqual({ x: 1500, y: 100, width: 1600, height: 1000 })
  })

  it('forgets a display that is gone', () => {
    const state = { x: 1500, y: 100, width: 1600, height: 1000, maximized: false }
    expect(placeWindow(state, [laptop])).toEqual({ x: 83, y: 0, width: 1200, height: 728 })
  })

  it.each([
    ['half outside', { x: -600, y: 600, width: 1000, height: 700 }, { x: 0, y: 28, width: 1000, height: 700 }],
    ['larger than the display', { x: 0, y: 0, width: 9000, height: 9000 }, laptop],
    ['too small', { x: 10, y: 10, width: 1, height: 1 }, { x: 10, y: 10, width: 900, height: 620 }],
  ])('brings a window that is %s back', (_, bounds, placed) => {
    expect(placeWindow({ ...bounds, maximized: false }, [laptop])).toEqual(placed)
  })
})

describe('the window’s file', () => {
  let folder = ''
  const lines: string[] = []
  const open = () =>
    createStateFile({
      path: join(folder, 'window.json'),
      schema: WindowState,
      logger: createLogger((line) => lines.push(line.message)),
      delay: 3_600_000,
    })
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kit-state-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const state = { x: 1, y: 2, width: 1000, height: 700, maximized: true }

  it('remembers the last value', async () => {
    const file = open()
    file.save({ ...state, x: 99 })
    file.save(state)
    await file.flush()
    expect(await open().load()).toEqual(state)
    expect(await readdir(folder)).toEqual(['window.json'])
  })

  it('is null at first', async () => {
    expect(await open().load()).toBeNull()
  })

  it.each([
    ['no JSON', '{"x":'],
    ['text for a number', JSON.stringify({ ...state, x: '1' })],
    ['a field too many', JSON.stringify({ ...state, preload: 'evil.js' })],
    ['a size beyond any screen', JSON.stringify({ ...state, width: 1e9 })],
    ['nothing', ''],
  ])('keeps a file with %s aside, byte for byte', async (_, text) => {
    await writeFile(join(folder, 'window.json'), text)
    expect(await open().load()).toBeNull()
    expect(await readdir(folder)).toEqual(['window.json.broken'])
    expect(await readFile(join(folder, 'window.json.broken'), 'utf8')).toBe(text)
  })

  it('costs the memory and not the app where it cannot be written', async () => {
    await writeFile(join(folder, 'in-the-way'), '')
    const file = createStateFile({
      path: join(folder, 'in-the-way', 'window.json'),
      schema: WindowState,
      logger: createLogger((line) => lines.push(line.message)),
    })
    file.save(state)
    await file.flush()
    expect(lines).toContain('A state file could not be written')
  })
})
