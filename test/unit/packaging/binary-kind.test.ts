import { join } from 'node:path'
import { expect, test } from 'vitest'
import { binaryKind } from '../../packaging/binary-kind.mjs'
import { root } from '../repository/repository-files.ts'

const prebuilds = join(root, 'node_modules/better-sqlite3/prebuilds')

test.each([
  ['win32-x64.node', 'windows-x64'],
  ['win32-arm64.node', 'windows-other'],
  ['linux-x64.node', 'elf'],
  ['linuxmusl-arm64.node', 'elf'],
  ['darwin-arm64.node', 'mach-o'],
])('%s is %s', (file, kind) => {
  expect(binaryKind(join(prebuilds, file))).toBe(kind)
})

test('a text is no program', () => {
  expect(binaryKind(join(root, 'package.json'))).toBe('none')
})
