import { readFileSync } from 'node:fs'
import { yaml } from '../builder-toolbox.mjs'
import { repository } from '../places.mjs'

const targets = ['nsis', 'portable', 'zip']

/** Checks what electron-builder.yml asks for beyond a folder; electron-builder has found the file valid by then. */
export function checkConfiguration(report) {
  const config = yaml.load(readFileSync(new URL('electron-builder.yml', repository), 'utf8'))
  const { win, nsis, portable } = config
  for (const target of targets) {
    const found = win.target.find((entry) => entry.target === target)
    report.expect(`the ${target} target is configured for x64`, found?.arch?.join() === 'x64', JSON.stringify(found))
  }
  const names = [nsis.artifactName, portable.artifactName, win.artifactName]
  report.expect('each target names its file differently', new Set(names).size === targets.length, names.join(', '))
  report.expect('the installer is for all users of the computer', nsis.oneClick === false && nsis.perMachine === true)
  report.expect('the installer keeps one identity for updates', /^[0-9a-f-]{36}$/.test(nsis.guid), nsis.guid)
  report.expect(
    'the app asks for no elevation',
    win.requestedExecutionLevel === 'asInvoker',
    win.requestedExecutionLevel,
  )
  const level = portable.requestExecutionLevel
  report.expect('the portable executable asks for no elevation', level === 'user', level)
  report.expect('nothing is published', config.publish === null, JSON.stringify(config.publish))
}
