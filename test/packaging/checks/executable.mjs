import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fuses, resedit } from '../builder-toolbox.mjs'
import { packageFolder } from '../places.mjs'
import { wantedFuses } from '../wanted-fuses.mjs'

const RT_ICON_GROUP = 14
const RT_MANIFEST = 24

/** Checks what electron-builder wrote into the executable: fuses, manifest, version, icon, the digest of the asar. */
export async function checkExecutable(report, { productName, version }) {
  const file = join(packageFolder, `${productName}.exe`)
  const wire = await fuses.getCurrentFuseWire(file)
  for (const [name, enabled] of Object.entries(wantedFuses)) {
    const state = String.fromCharCode(wire[fuses.FuseV1Options[name]])
    report.expect(`fuse ${name} is ${enabled ? 'on' : 'off'}`, state === (enabled ? '1' : '0'), `state ${state}`)
  }

  const executable = resedit.NtExecutable.from(readFileSync(file))
  const { entries } = resedit.NtExecutableResource.from(executable)
  const manifest = textOf(entries.find(({ type }) => type === RT_MANIFEST))
  report.expect(
    'the manifest says asInvoker',
    /<requestedExecutionLevel[^>]*level="asInvoker"/.test(manifest),
    manifest,
  )
  const strings = versionStrings(entries)
  report.expect(
    'the executable bears the name of the product',
    strings.ProductName === productName,
    strings.ProductName,
  )
  const shown = strings.ProductVersion ?? ''
  report.expect('the executable bears the version of the app', shown.startsWith(version), shown)
  report.expect(
    'the executable has an icon',
    entries.some(({ type }) => type === RT_ICON_GROUP),
  )
  const integrity = textOf(entries.find(({ type, id }) => type === 'INTEGRITY' && id === 'ELECTRONASAR'))
  report.expect('the executable knows the digest of the asar', /app\.asar.*[0-9a-f]{64}/.test(integrity), integrity)

  const locales = readdirSync(join(packageFolder, 'locales'))
  report.expect('only the locale en-US is packed', locales.join() === 'en-US.pak', locales.join())
}

const textOf = (entry) => (entry === undefined ? '' : Buffer.from(entry.bin).toString('utf8'))

function versionStrings(entries) {
  const [version] = resedit.Resource.VersionInfo.fromEntries(entries)
  const [language] = version.getAllLanguagesForStringValues()
  return version.getStringValues(language)
}
