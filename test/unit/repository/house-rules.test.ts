import { expect, test } from 'vitest'
import { isAppCode, repositoryFiles, textOf } from './repository-files.ts'

const files = repositoryFiles()
const texts = files.flatMap((file) => {
  const text = textOf(file)
  return text === undefined ? [] : [{ file, text }]
})
const appCode = texts.filter(({ file }) => isAppCode(file))

/** Each place where a pattern occurs, as `file:line: text`. */
const places = (searched: readonly { file: string; text: string }[], pattern: RegExp): string[] =>
  searched.flatMap(({ file, text }) =>
    text.split('\n').flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
  )

// Put together here, so that this file does not hold what it looks for.
const words = (...parts: readonly (readonly string[])[]): string => parts.map((part) => part.join('')).join('|')

test('there are files to look at', () => {
  expect(appCode.length).toBeGreaterThan(10)
  expect(files).toContain('package.json')
})

test('no file names the host of a package registry', () => {
  const hosts = words(
    ['registry\\.', 'npmjs\\.'],
    ['registry\\.', 'yarnpkg\\.'],
    ['npm', 'mirror\\.com'],
    ['deb\\.', 'debian\\.org'],
    ['npm\\.', 'pkg\\.github\\.'],
  )
  expect(places(texts, new RegExp(hosts))).toEqual([])
})

test('no file names a folder of the machine that it was written on', () => {
  const folders = words(
    ['/wo', 'rk'],
    ['/ro', 'ot'],
    ['/home', '/[a-z]+'],
    ['[A-Z]:\\\\Use', 'rs\\\\(?!Public)[A-Za-z]+'],
  )
  expect(places(texts, new RegExp(`(?:^|[\\s"'\`(=:])(?:${folders})(?:/|\\\\|["'\`\\s)]|$)`))).toEqual([])
})

test('no file speaks of how the work on it was ordered', () => {
  const orders = words(
    ['asked for by ', 'the'],
    ['the (?:bri', 'ef|ticket)\\b'],
    ['seeds the ', 'project'],
    ['not (?:read|verified|available) ', 'here'],
  )
  expect(places(texts, new RegExp(orders, 'i'))).toEqual([])
})

test('ARCHITECTURE.md names no file that is not there, and every package that is depended on', () => {
  const text = textOf('ARCHITECTURE.md') ?? ''
  const named = [...text.matchAll(/`((?:src-main|src-renderer|assets|test)\/[\w./-]+\.\w+)`/g)].map(([, path]) => path)
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter((path) => !files.includes(path ?? ''))).toEqual([])
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(textOf('package.json') ?? '') as Record<
    'dependencies' | 'devDependencies' | 'optionalDependencies',
    Record<string, string>
  >
  const packages = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies })
  expect(packages.filter((name) => !name.startsWith('@types/') && !text.includes(name))).toEqual([])
})

test('no check is silenced, no test focused or skipped, nothing left to be done', () => {
  const left = words(
    ['eslint', '-disable'],
    ['oxlint', '-disable'],
    ['prettier', '-ignore'],
    ['@ts-', 'ignore'],
    ['@ts-', 'nocheck'],
    ['@ts-', 'expect-error'],
    ['TO', 'DO\\b'],
    ['FIX', 'ME\\b'],
    ['(?:test|it|describe)\\.', '(?:only|fixme|fails)\\b'],
    // A condition is allowed: what a machine cannot do is said and not counted.
    ['(?:test|it|describe)\\.', 'skip\\((?:\\)|[\'"`])'],
  )
  const ours = texts.filter(({ file }) => /\.(tsx?|mts|mjs|cjs|js|css|yml)$/.test(file))
  expect(places(ours, new RegExp(left))).toEqual([])
})

test('no file of the app is over 400 lines, and half of them are under 90', () => {
  const lengths = appCode.map(({ file, text }) => ({ file, lines: text.split('\n').length - 1 }))
  expect(lengths.filter(({ lines }) => lines > 400)).toEqual([])
  const sorted = lengths.map(({ lines }) => lines).toSorted((a, b) => a - b)
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(90)
})
