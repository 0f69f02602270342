import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { repositoryFiles, root } from './repository-files.ts'

interface LockedPackage {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly link?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const lockFiles = repositoryFiles().filter((file) => file.endsWith('package-lock.json'))

/** Where npm would find a package that another one needs: in its own folder, else upwards. */
function find(
  packages: Readonly<Record<string, LockedPackage>>,
  from: string,
  name: string,
): LockedPackage | undefined {
  for (let folder = from; ; folder = folder.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    const found = packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`]
    if (found !== undefined || folder === '') return found
  }
}

describe.each(lockFiles)('%s', (file) => {
  const { packages } = JSON.parse(readFileSync(join(root, file), 'utf8')) as {
    packages: Readonly<Record<string, LockedPackage>>
  }
  const entries = Object.entries(packages)

  test('holds what its package.json asks for', () => {
    const manifest = JSON.parse(readFileSync(join(root, dirname(file), 'package.json'), 'utf8')) as LockedPackage & {
      readonly devDependencies?: Readonly<Record<string, string>>
    }
    const of = (entry: object | undefined) => {
      const { dependencies = {}, devDependencies = {}, optionalDependencies = {} } = (entry ?? {}) as typeof manifest
      return { dependencies, devDependencies, optionalDependencies }
    }
    expect(of(packages[''])).toEqual(of(manifest))
  })

  test('has every package that another one names, those for other platforms among them', () => {
    const missing = entries.flatMap(([from, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies })
        .filter((name) => find(packages, from, name) === undefined)
        .map((name) => `${from} needs ${name}`),
    )
    expect(missing).toEqual([])
  })

  test('knows the digest of each package and the address of none', () => {
    const installed = entries.filter(([folder, { link }]) => folder !== '' && link !== true)
    expect(installed.length).toBeGreaterThan(0)
    expect(installed.filter(([, { integrity }]) => integrity === undefined).map(([folder]) => folder)).toEqual([])
    expect(entries.filter(([, { resolved }]) => resolved !== undefined).map(([folder]) => folder)).toEqual([])
  })
})

test('the linter can be installed on Windows, macOS and Linux from the lock file', () => {
  const text = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const bindings = [
    'win32-x64-msvc',
    'win32-arm64-msvc',
    'darwin-arm64',
    'darwin-x64',
    'linux-x64-gnu',
    'linux-arm64-gnu',
  ]
  expect(bindings.filter((name) => !text.includes(`"node_modules/@oxlint/binding-${name}"`))).toEqual([])
})
