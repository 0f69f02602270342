/**
 * `npm run package:check`: packs the app for Windows as electron-builder.yml says, with a placeholder for Electron's own
 * executable, and looks at the result. One line for each promise; the last line is `N passed, M failed`.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkConfiguration } from './checks/configuration.mjs'
import { checkContents } from './checks/contents.mjs'
import { checkExecutable } from './checks/executable.mjs'
import { checkNatives } from './checks/natives.mjs'
import { electronFolder, repository, workFolder } from './places.mjs'
import { makePlaceholderElectron } from './placeholder-electron.mjs'
import { createReport } from '../running/report.mjs'
import { packForWindows } from './run-builder.mjs'
import { buildIfStale, stageProject } from './staging.mjs'

const report = createReport()

/** @returns {Promise<boolean>} whether there is a package to look at */
async function makePackage() {
  rmSync(workFolder, { recursive: true, force: true })
  mkdirSync(workFolder, { recursive: true })
  makePlaceholderElectron(electronFolder)
  const steps = [
    ['the app is built', buildIfStale],
    ["the project is staged with Windows' natives", stageProject],
    ['electron-builder packs it for Windows', packForWindows],
  ]
  for (const [promise, step] of steps) {
    const problem = await step()
    report.expect(promise, problem === undefined, problem)
    if (problem !== undefined) return false
  }
  return true
}

/** @param {string} extracted empty folder outside of the repository, whose own packages must not be found from there */
async function lookAtPackage(extracted) {
  const { productName, version } = JSON.parse(readFileSync(new URL('package.json', repository), 'utf8'))
  await report.attempt('the configuration can be read', () => checkConfiguration(report))
  await report.attempt('the executable can be read', () => checkExecutable(report, { productName, version }))
  await report.attempt('the asar can be read', () => checkContents(report, extracted))
  await report.attempt('Wine can be asked', () => checkNatives(report, extracted))
}

if (await makePackage()) {
  const extracted = mkdtempSync(join(tmpdir(), 'package-check-'))
  try {
    await lookAtPackage(extracted)
  } finally {
    rmSync(extracted, { recursive: true, force: true })
  }
}
process.exitCode = report.finish()
