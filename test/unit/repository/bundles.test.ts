import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { root } from './repository-files.ts'

const out = join(root, 'out')
const read = (...path: readonly string[]): string => readFileSync(join(out, ...path), 'utf8')

/** Static and dynamic imports, re-exports and requires of a literal name in bundled code. */
const specifier = /(?:\bfrom|\bimport|\bimport\s*\(|\brequire\d*\s*\()\s*["'`]([^"'`\n]+)["'`]/g
const importsOf = (code: string): string[] => [...code.matchAll(specifier)].map((match) => match[1] ?? '')
const staticImportsOf = (code: string): string[] =>
  [...code.matchAll(/(?:\bfrom|\bimport)\s*["']([^"'\n]+)["']/g)].map((match) => match[1] ?? '')

const isBuiltIn = (name: string): boolean => name.startsWith('node:') || builtinModules.includes(name)

beforeAll(() => {
  if (!existsSync(join(out, 'renderer/index.html')))
    throw new Error('There are no bundles yet: run `npm run build` first.')
})

describe('the renderer’s bundle', () => {
  const scripts = () =>
    readdirSync(join(out, 'renderer'), { recursive: true, encoding: 'utf8' }).filter((file) => /\.m?js$/.test(file))

  test('imports nothing of Node, nothing of Electron, and no package by name', () => {
    expect(scripts().length).toBeGreaterThan(0)
    const foreign = scripts().flatMap((file) =>
      staticImportsOf(read('renderer', file)).filter((name) => !/^\.{0,2}\//.test(name)),
    )
    expect(foreign).toEqual([])
    const builtIn = scripts().flatMap((file) => importsOf(read('renderer', file)).filter(isBuiltIn))
    expect(builtIn).toEqual([])
  })

  test('has no stand-in for a module of Node that was left out', () => {
    expect(scripts().filter((file) => read('renderer', file).includes('browser-external'))).toEqual([])
  })

  test('has no inline script, and no address of the internet to load from', () => {
    const html = read('renderer/index.html')
    expect([...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>/g)].map(([tag]) => tag)).toEqual([])
    expect([...html.matchAll(/(?:src|href)="(?:https?:)?\/\/[^"]*"/g)].map(([tag]) => tag)).toEqual([])
  })

  test('can be weighed: what the first page loads', () => {
    const files = firstLoad()
    expect(files.length).toBeGreaterThan(0)
    const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0)
    console.log(`First load of the renderer: ${(bytes / 1000).toFixed(1)} kB gzipped in ${files.length} files`)
    expect(bytes).toBeGreaterThan(0)
  })
})

describe('the preload’s bundle', () => {
  test('is one file that requires electron alone', () => {
    expect(readdirSync(join(out, 'preload'))).toEqual(['preload.cjs'])
    expect([...new Set(importsOf(read('preload/preload.cjs')))]).toEqual(['electron'])
  })
})

/** The page's scripts and styles with everything that the scripts import statically. */
function firstLoad(): string[] {
  const page = join(out, 'renderer')
  const named = [...read('renderer/index.html').matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g)]
  const queue = named.map((match) => join(page, match[1] ?? ''))
  const seen = new Set<string>()
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    const folder = dirname(file)
    if (file.endsWith('.js'))
      queue.push(...staticImportsOf(readFileSync(file, 'utf8')).map((name) => join(folder, name)))
  }
  return [...seen]
}
