import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Figure } from '../figure.ts'

const kitPage = fileURLToPath(new URL('../../../out/renderer', import.meta.url))

const matches = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].flatMap((match) => (match[1] === undefined ? [] : [match[1]]))

const staticImports = /(?:^|[;}\s])(?:import|export)(?:[^'"();]*?from)?["'](\.[^"']+\.js)["']/g

/** Files that a page needs before it shows anything: its document, scripts with what they import statically, styles. */
const firstLoadFiles = (folder: string): readonly string[] => {
  const document = readFileSync(join(folder, 'index.html'), 'utf8')
  const seen = new Set<string>()
  const visit = (path: string): void => {
    if (seen.has(path)) return
    seen.add(path)
    if (!path.endsWith('.js')) return
    for (const found of matches(readFileSync(path, 'utf8'), staticImports)) visit(join(path, '..', found))
  }
  for (const found of matches(document, /(?:src|href)="([^"]+\.(?:js|css))"/g)) visit(join(folder, found))
  return [join(folder, 'index.html'), ...seen]
}

/** Bytes of the files of a first load, each compressed with gzip. */
const gzipBytes = (folder: string): number =>
  firstLoadFiles(folder).reduce((sum, path) => sum + gzipSync(readFileSync(path), { level: 9 }).length, 0)

/**
 * Bytes, compressed with gzip, of what the window loads before it shows its first page, against a hello world of the same
 * React. No limit stands on the ratio: it shows what Fluent UI and the app themselves weigh.
 * @param helloFolder the built hello world
 */
export const measureBundle = (helloFolder: string): readonly Figure[] => {
  const value = gzipBytes(kitPage)
  const anchor = gzipBytes(join(helloFolder, 'page'))
  return [{ name: 'bundle', value, unit: 'bytes', anchor, ratio: value / anchor }]
}
