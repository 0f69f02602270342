import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root folder. */
export const root = fileURLToPath(new URL('../../..', import.meta.url))

const notOurs = new Set(['node_modules', 'out', 'release', 'test-results', 'playwright-report', '.git'])

/**
 * All files of the repository as they lie on the disk, whether Git knows them yet or not, less what is installed or built.
 *
 * @returns paths relative to the root, with slashes, sorted
 */
export function repositoryFiles(folder = root): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      if (notOurs.has(entry.name)) return []
      const path = join(folder, entry.name)
      return entry.isDirectory() ? repositoryFiles(path) : [relative(root, path).split(sep).join('/')]
    })
    .toSorted()
}

/**
 * @returns the text of a file, or undefined for a binary one (it has a NUL in its first bytes)
 */
export function textOf(file: string): string | undefined {
  const bytes = readFileSync(join(root, file))
  return bytes.subarray(0, 8000).includes(0) ? undefined : bytes.toString('utf8')
}

/** Whether a file is code of the app, as opposed to its tests and tools. */
export const isAppCode = (file: string): boolean => /^src-(main|renderer)\/.*\.tsx?$/.test(file)
