import type { ActionContext } from '../actions/action.ts'
import { readSnapshot, readWindowsVersion } from '../actions/licensing-reader.ts'
import type { Finding } from '../contract/models/finding.ts'
import type { PortProbe } from '../contract/models/kms-host-report.ts'
import type { LicenseSnapshot } from '../contract/models/license-snapshot.ts'
import type { TargetRole, TargetTest } from '../contract/table.ts'
import { targetLabel } from '../contract/models/target.ts'
import { hostSupport, targetSupport } from '../licensing/host-support.ts'
import { failureValue } from './failure-value.ts'
import { nameFinding, okay, portFinding, problem, rpcPort } from './link-findings.ts'

/** The links of the way to a computer's licensing service, in the order in which they are tried. */
export const connectionLinks = ['name', 'port-135', 'wmi', 'os-version', 'licensing', 'elevation'] as const
export type ConnectionLink = (typeof connectionLinks)[number]

/** The links that concern a target: this computer needs no name and no port, another one no elevation of the app. */
const linksOf = (context: ActionContext): readonly ConnectionLink[] =>
  context.host === null
    ? connectionLinks.filter((link) => link !== 'name' && link !== 'port-135')
    : connectionLinks.filter((link) => link !== 'elevation')

const elevationFinding = (elevated: boolean | null): Finding =>
  elevated === false
    ? {
        check: 'elevation',
        level: 'problem',
        message: 'The app runs without administrator rights, and changing the licensing of this computer needs them.',
        remedy: 'Close the app, right-click it and choose “Run as administrator”.',
      }
    : okay('elevation', 'The app runs with the rights that changes on this computer need.')

/**
 * Tries the way to a computer's licensing service link by link, and names the one that fails; the links behind it are
 * `skipped`. Reads only. The Windows version is looked at before the licensing classes, so that a Windows that is too
 * old is named instead of a class that it lacks.
 * @param role what the computer is tested for: only one that is to be a KMS host has to be able to be one
 */
export const testConnection = async (context: ActionContext, role: TargetRole = 'kms-host'): Promise<TargetTest> => {
  const label = targetLabel(context.target)
  const state: { probe: PortProbe | null; snapshot: LicenseSnapshot | null } = { probe: null, snapshot: null }

  const probe = async (): Promise<PortProbe> =>
    (state.probe ??= await context.site.probe(context.host ?? '', rpcPort, context.signal))

  const tryLink = async (link: ConnectionLink): Promise<Finding> => {
    switch (link) {
      case 'name':
        return nameFinding(await probe())
      case 'port-135':
        return portFinding(await probe())
      case 'wmi':
        await context.session('root\\cimv2')
        return okay('wmi', `WMI on ${label} lets this account in.`)
      case 'os-version':
        return (role === 'kms-host' ? hostSupport : targetSupport)(await readWindowsVersion(context))
      case 'licensing':
        state.snapshot = await readSnapshot(context)
        return okay('licensing', `The licensing service of ${label} answers.`)
      case 'elevation':
        return elevationFinding(context.elevated)
    }
  }

  const findings: Finding[] = []
  for (const check of linksOf(context)) {
    const broken = findings.some(({ level }) => level === 'problem')
    if (broken) findings.push({ check, level: 'skipped', message: 'Not tried, because an earlier check failed.' })
    else findings.push(await tryLink(check).catch((thrown: unknown) => problem(check, failureValue(thrown, label))))
    context.signal.throwIfAborted()
  }
  const reachable = findings.some(({ check, level }) => check === 'wmi' && level === 'ok')
  return { reachable, findings, snapshot: state.snapshot }
}
