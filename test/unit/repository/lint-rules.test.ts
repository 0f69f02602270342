import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from './repository-files.ts'

/** Files that break a rule of the house, with the rule that must say so. */
const breaches: readonly (readonly [file: string, code: string, rule: string])[] = [
  ['src-main/plans/default.ts', 'export default 1', 'no-default-export'],
  ['src-renderer/app/default.ts', 'export default 1', 'no-default-export'],
  ['src-main/plans/any.ts', 'export const a = (b: any) => b', 'no-explicit-any'],
  ['src-main/contract/node.ts', "import { join } from 'node:path'\nexport const a = join", 'no-restricted-imports'],
  ['src-main/wmi/shell.ts', "import { app } from 'electron'\nexport const a = app", 'no-restricted-imports'],
  ['src-main/lab/com.ts', "import { a } from '../wmi/com/a.ts'\nexport const b = a", 'no-restricted-imports'],
  ['src-main/lab/ask.ts', "import { a } from '../network/srv-lookup.ts'\nexport const b = a", 'no-restricted-imports'],
  ['src-main/actions/lab.ts', "import { a } from '../lab/a.ts'\nexport const b = a", 'no-restricted-imports'],
  ['src-main/exports/store.ts', "import { a } from '../store/a.ts'\nexport const b = a", 'no-restricted-imports'],
  ['src-main/plans/ipc.ts', "import { a } from '../ipc/a.ts'\nexport const b = a", 'no-restricted-imports'],
  ['src-main/reports/store.ts', "import { a } from '../store/a.ts'\nexport const b = a", 'no-restricted-imports'],
  ['src-main/scan/engine.ts', "import { a } from '../engine/a.ts'\nexport const b = a", 'no-restricted-imports'],
  [
    'src-main/command-line/shell.ts',
    "import { a } from '../shell/main-window.ts'\nexport const b = a",
    'no-restricted-imports',
  ],
  ['src-main/handlers/raw.ts', "import { ipcMain } from 'electron'\nexport const a = ipcMain", 'no-restricted-imports'],
  ['src-main/preload/zod.ts', "import { z } from 'zod'\nexport const a = z", 'no-restricted-imports'],
  ['src-renderer/app/node.ts', "import { join } from 'node:path'\nexport const a = join", 'no-restricted-imports'],
  [
    'src-renderer/app/main.ts',
    "import { a } from '../../src-main/plans/a.ts'\nexport const b = a",
    'no-restricted-imports',
  ],
]

let folder: string
let complaints: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lint-rules-'))
  copyFileSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  for (const [file, code] of breaches) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), `${code}\n`)
  }
  complaints = await lint(folder)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What the linter says, one complaint in a line. It fails where it complains, which is what is wanted here. */
function lint(cwd: string): Promise<string> {
  const program = join(dirname(createRequire(import.meta.url).resolve('oxlint/package.json')), 'bin/oxlint')
  return new Promise((resolve) => {
    execFile(process.execPath, [program, '--format=unix'], { cwd }, (_error, stdout) => resolve(stdout))
  })
}

test.each(breaches)('the linter refuses %s', (file, _code, rule) => {
  const about = complaints.split('\n').filter((line) => line.startsWith(`${file}:`))
  expect(about.join('\n')).toContain(rule)
})
