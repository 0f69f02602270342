import type { ActionContext } from '../../actions/action.ts'
import { readInstalledEdition } from '../../actions/installed-edition.ts'
import { readWindowsVersion } from '../../actions/licensing-reader.ts'
import { targetLabel } from '../../contract/models/target.ts'
import type { ReportedSystem } from '../../contract/models/self-test-report.ts'
import { versionNumber, windowsName } from '../../licensing/windows-names.ts'
import { flag, text, textOrNull, uint, type CimObject } from '../../wmi/cim-values.ts'
import { nameFinding, portFinding, rpcPort } from '../link-findings.ts'
import { finding, type StepWork } from './self-test-state.ts'

/** Whether the app may read everything on this computer. Reading works without elevation, but may be incomplete. */
export const elevationStep: StepWork = async ({ elevated }) => {
  if (elevated === false)
    return {
      finding: finding(
        'elevation',
        'warning',
        'The app runs without administrator rights: it can look, but some answers may be missing.',
        { remedy: 'Close the app, right-click it and choose “Run as administrator”, then check again.' },
      ),
    }
  return { finding: finding('elevation', 'ok', 'The app runs with administrator rights on this computer.') }
}

/** Whether the computer's name is found. */
export const nameStep: StepWork = async (context) => {
  const probe = await context.site.probe(context.host ?? '', rpcPort, context.signal)
  return { finding: nameFinding(probe), learned: { probe } }
}

/** Whether the port answers where WMI begins. */
export const portStep: StepWork = async (context, { probe }) => ({
  finding: portFinding(probe ?? (await context.site.probe(context.host ?? '', rpcPort, context.signal))),
})

/** Whether WMI lets the account in. */
export const wmiStep: StepWork = async (context) => {
  await context.session('root\\cimv2')
  return { finding: finding('wmi', 'ok', `WMI on ${targetLabel(context.target)} lets this account in.`) }
}

const readSystem = async (context: ActionContext): Promise<ReportedSystem> => {
  const session = await context.session('root\\cimv2')
  const first = async (wql: string): Promise<CimObject> => (await session.query(wql, context.signal))[0] ?? {}
  const os = await first('SELECT Caption, Version, BuildNumber, ProductType, OSArchitecture FROM Win32_OperatingSystem')
  const computer = await first('SELECT Name, DNSHostName, Domain, PartOfDomain FROM Win32_ComputerSystem')
  const { editionId, osSku } = await readInstalledEdition(context)
  const name = text(computer, 'Name')
  const partOfDomain = flag(computer, 'PartOfDomain')
  const dnsDomain = partOfDomain ? text(computer, 'Domain').toLowerCase() || null : null
  const host = text(computer, 'DNSHostName') || name
  return {
    name,
    fullName: dnsDomain === null ? host : `${host}.${dnsDomain}`,
    dnsDomain,
    partOfDomain,
    caption: text(os, 'Caption').trim(),
    version: text(os, 'Version'),
    build: uint(os, 'BuildNumber'),
    productType: uint(os, 'ProductType'),
    sku: osSku,
    editionId,
    architecture: textOrNull(os, 'OSArchitecture'),
  }
}

/** Windows 7 and Server 2008 R2: the first with the licensing classes that this app speaks to (slmgr.md 4). */
const firstManaged = 601

/** Which Windows it is, and whether its licensing can be managed. */
export const versionStep: StepWork = async (context) => {
  const version = await readWindowsVersion(context)
  const system = await readSystem(context)
  const parts = { system }
  const name = system.caption === '' ? windowsName(version) : system.caption
  const told = `It runs ${name}, version ${version.osVersion}.`
  if (versionNumber(version.osVersion) >= firstManaged) return { finding: finding('os-version', 'ok', told), parts }
  return {
    finding: finding('os-version', 'problem', `${told} Its licensing is too old for this app.`, {
      remedy:
        'Use the slmgr.vbs of that computer, on that computer. Windows 7 and Server 2008 R2 are the first that work.',
    }),
    parts,
  }
}
