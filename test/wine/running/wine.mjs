import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { outFolder, prefixFolder } from './places.mjs'

/** Wine's environment: its own 64-bit prefix, no debug output, no questions about Mono and Gecko, no display. */
export const wineEnvironment = () => {
  const { DISPLAY: _display, ...inherited } = process.env
  return {
    ...inherited,
    WINEPREFIX: prefixFolder,
    WINEARCH: 'win64',
    WINEDEBUG: '-all',
    WINEDLLOVERRIDES: 'mscoree,mshtml=',
  }
}

/**
 * Runs a program under Wine. Its output goes to a file, because Windows' Node dies on a Unix pipe ("open EBADF").
 * Milliseconds.
 */
export const runInWine = (command, outputFile, timeout) => {
  mkdirSync(dirname(outputFile), { recursive: true })
  const output = openSync(outputFile, 'w')
  try {
    const { status, error } = spawnSync('wine', command, {
      env: wineEnvironment(),
      stdio: ['ignore', output, output],
      timeout,
      killSignal: 'SIGKILL',
      cwd: outFolder,
    })
    return { status, timedOut: error?.code === 'ETIMEDOUT' }
  } finally {
    closeSync(output)
  }
}
