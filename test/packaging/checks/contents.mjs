import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join, relative, sep } from 'node:path'
import { asar } from '../builder-toolbox.mjs'
import { binaryKind } from '../binary-kind.mjs'
import { packageFolder } from '../places.mjs'

const archive = join(packageFolder, 'resources', 'app.asar')
/** What electron-builder copies from Electron itself is counted by Electron; ours is what is under resources. */
/** Each page and wizard is a file of its own, loaded when it is first opened; packages that should be bundled are hundreds. */
const MOST_FILES_IN_ASAR = 200
const MOST_FILES_UNPACKED = 4

/** Checks what is in the package and, above all, what is not. Leaves the asar's files in the folder `extracted`. */
export function checkContents(report, extracted) {
  asar.extractAll(archive, extracted)
  const files = filesBelow(extracted)
  const unpacked = filesBelow(`${archive}.unpacked`)

  const manifest = JSON.parse(readFileSync(join(extracted, 'package.json'), 'utf8'))
  report.expect('package.json names a main file that is in the asar', files.includes(manifest.main), manifest.main)
  report.expect('package.json lists no development tools', manifest.devDependencies === undefined)
  expectNone(
    report,
    'nothing from test/, nor the stand-in',
    files,
    /^(test|tests)\/|electron-standin|out\/(lab|tour|test)/,
  )
  expectNone(report, 'no source maps', files, /\.map$/)
  expectNone(report, 'no sources', files, /^src-|\.tsx?$|\.(cc|hh|cpp|c|h)$/)
  const strangers = files.filter(
    (file) => !/^(out\/(main|preload|renderer)\/|node_modules\/|package\.json$)/.test(file),
  )
  report.expect(
    'nothing but bundles, natives and package.json',
    strangers.length === 0,
    strangers.slice(0, 5).join(', '),
  )
  const packages = [...new Set(files.map(packageOf).filter(Boolean))].toSorted()
  const wanted = '@koromix/koffi-win32-x64,better-sqlite3,koffi'
  report.expect('only the packages with natives are in node_modules', packages.join() === wanted, packages.join())

  const natives = files.filter((file) => file.endsWith('.node'))
  report.expect('the natives are unpacked beside the asar', natives.join() === unpacked.join(), unpacked.join())
  const foreign = filesBelow(packageFolder).filter((file) => {
    return !['none', 'windows-x64'].includes(binaryKind(join(packageFolder, file)))
  })
  report.expect('only Windows x64 binaries are inside', foreign.length === 0, foreign.join(', '))
  const kinds = natives.map((file) => binaryKind(join(extracted, file)))
  const allWindows = natives.length === 2 && kinds.every((kind) => kind === 'windows-x64')
  report.expect('there are two natives, both for Windows x64', allWindows, `${natives.join()}: ${kinds.join()}`)

  const missing = importsOfMain(extracted).filter((name) => !packages.includes(name))
  report.expect('every package that main imports is inside', missing.length === 0, missing.join())
  const few = files.length <= MOST_FILES_IN_ASAR && unpacked.length <= MOST_FILES_UNPACKED
  report.expect(`few files: ${files.length} in the asar, ${unpacked.length} of them unpacked`, few)
  const kib = Math.round(statSync(archive).size / 1024)
  console.log(
    `      the asar has ${kib} KiB, the package ${filesBelow(packageFolder).length} files beside Electron's own`,
  )
}

function expectNone(report, promise, files, pattern) {
  const found = files.filter((file) => pattern.test(file))
  report.expect(promise, found.length === 0, found.slice(0, 5).join(', '))
}

function filesBelow(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted()
}

const packageOf = (file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1]

/** Packages that the bundles of main import by name, less Node's own and Electron. */
function importsOfMain(extracted) {
  const folder = join(extracted, 'out/main')
  const names = filesBelow(folder)
    .filter((file) => /\.[cm]?js$/.test(file))
    .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(IMPORT)])
    .map((match) => match[1])
    .filter((name) => !name.startsWith('.') && !name.startsWith('node:') && !builtinModules.includes(name))
  return [...new Set(names)].filter((name) => name !== 'electron')
}

/** Static imports, re-exports, dynamic imports and requires of a literal name, at the start of a statement. */
const IMPORT = /(?:^(?:import|export)\b[^'"`;]*?|\bimport\(|\brequire\d?\()\s*["']([^"'\n]+)["']/gm
