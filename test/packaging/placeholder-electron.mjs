import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fuses, resedit } from './builder-toolbox.mjs'
import { wantedFuses } from './wanted-fuses.mjs'

const EN_US = 1033
const UNICODE = 1200
const RT_MANIFEST = 24
const IMAGE_SUBSYSTEM_WINDOWS_GUI = 2
/** What @electron/fuses looks for; the wire follows: its version, its length, one character for each fuse. */
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

const manifest = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<assembly xmlns="urn:schemas-microsoft-com:asm.v1" manifestVersion="1.0">
  <trustInfo xmlns="urn:schemas-microsoft-com:asm.v3"><security><requestedPrivileges>
    <requestedExecutionLevel level="asInvoker" uiAccess="false"/>
  </requestedPrivileges></security></trustInfo>
</assembly>`

/**
 * Makes a folder that electron-builder takes for an unpacked Electron: an unsigned 64-bit electron.exe with the parts
 * that a build edits (version, manifest, fuse wire) and two locales, one of which must go. It cannot be run. Each fuse
 * stands at the opposite of what is wanted, so that only electron-builder can have set it right.
 *
 * @param {string} folder made if absent
 */
export function makePlaceholderElectron(folder) {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  mkdirSync(join(folder, 'resources'), { recursive: true })
  writeFileSync(join(folder, 'electron.exe'), placeholderExecutable())
  for (const locale of ['en-US', 'de']) writeFileSync(join(folder, 'locales', `${locale}.pak`), locale)
  writeFileSync(join(folder, 'LICENSE'), 'Stands for the licence of Electron.\n')
}

function placeholderExecutable() {
  const executable = resedit.NtExecutable.createEmpty(false, false)
  executable.newHeader.optionalHeader.subsystem = IMAGE_SUBSYSTEM_WINDOWS_GUI
  executable.setExtraData(fuseWire())
  const resources = resedit.NtExecutableResource.from(executable)
  const version = resedit.Resource.VersionInfo.createEmpty()
  version.lang = EN_US
  version.setStringValues({ lang: EN_US, codepage: UNICODE }, { ProductName: 'Electron', CompanyName: 'Placeholder' })
  version.outputToResourceEntries(resources.entries)
  const xml = Buffer.from(manifest)
  resources.entries.push({ type: RT_MANIFEST, id: 1, lang: EN_US, codepage: UNICODE, bin: new Uint8Array(xml).buffer })
  resources.outputResource(executable)
  return Buffer.from(executable.generate())
}

function fuseWire() {
  const opposites = Object.values(wantedFuses).map((enabled) => (enabled ? '0' : '1'))
  return Buffer.concat([
    Buffer.from(FUSE_SENTINEL, 'latin1'),
    Buffer.from([Number(fuses.FuseVersion.V1), opposites.length]),
    Buffer.from(opposites.join(''), 'latin1'),
  ])
}
