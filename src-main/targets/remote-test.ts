import type { ActionContext } from '../actions/action.ts'
import { hostKeyPath } from '../actions/host-registry-key.ts'
import { readSnapshot, readWindowsVersion } from '../actions/licensing-reader.ts'
import { elevationFindings } from '../actions/local-rights.ts'
import { openRegistry } from '../actions/std-reg-prov.ts'
import type { AppError } from '../contract/app-error.ts'
import type { Finding } from '../contract/models/finding.ts'
import type { PortProbe } from '../contract/models/kms-host-report.ts'
import type { LicenseSnapshot } from '../contract/models/license-snapshot.ts'
import { remoteLinks, type RemoteLink, type RemoteTest } from '../contract/models/remote-management.ts'
import { targetLabel } from '../contract/models/target.ts'
import { versionNumber, windowsName } from '../licensing/windows-names.ts'
import { accountFinding, connectingAccount, filterFinding, isAccountFailure } from './account-findings.ts'
import { failureValue } from './failure-value.ts'
import { nameFinding, okay, portFinding, problem, rpcPort } from './link-findings.ts'
import { noFacts, readRemoteFacts } from './remote-facts.ts'

/** Windows 7 / Server 2008 R2: the oldest whose licensing classes are those of slmgr.md 7. */
const oldest = 601
/** Windows 8 / Server 2012, the first with root\StandardCimv2. */
const firstWithStandardCim = 602

/** What each link is about, for those that are not tried. */
const linkWords: Readonly<Record<RemoteLink, string>> = {
  name: 'the name',
  'port-135': 'port 135',
  wmi: 'WMI',
  account: 'the account',
  'uac-filter': 'the filter of local accounts',
  namespaces: 'the WMI namespaces',
  'os-version': 'the Windows version',
  licensing: 'the licensing service',
  rights: 'the rights to change settings',
}

const overNetwork: readonly RemoteLink[] = ['name', 'port-135', 'account', 'uac-filter']

const versionFinding = async (context: ActionContext): Promise<Finding> => {
  const windows = await readWindowsVersion(context)
  if (versionNumber(windows.osVersion) >= oldest) return okay('os-version', `${windowsName(windows)} can be managed.`)
  return {
    check: 'os-version',
    level: 'problem',
    message: `${windowsName(windows)} cannot be managed: its licensing service is another one.`,
    remedy: 'Use slmgr.vbs on that computer itself. The app manages Windows 7 and Windows Server 2008 R2 or later.',
  }
}

const namespacesFinding = async (context: ActionContext): Promise<Finding> => {
  const { osVersion } = await readWindowsVersion(context)
  await context.session('root\\default')
  if (versionNumber(osVersion) < firstWithStandardCim)
    return okay('namespaces', String.raw`root\cimv2 and root\default are open.`)
  await context.session('root\\StandardCimv2')
  return okay('namespaces', String.raw`root\cimv2, root\default and root\StandardCimv2 are open.`)
}

/** Whether settings of the licensing service may be written, asked of the registry without writing anything. */
const rightsFinding = async (context: ActionContext, label: string): Promise<Finding> => {
  const [barred] = elevationFindings(context)
  if (barred) return { ...barred, check: 'rights' }
  const registry = openRegistry(await context.session('root\\default'), context.signal)
  if (await registry.mayWrite(hostKeyPath)) return okay('rights', `Licensing settings of ${label} may be changed.`)
  return {
    check: 'rights',
    level: 'problem',
    message: `This account may look at ${label} but not change its licensing settings.`,
    remedy: 'Use an account that is in the local Administrators group of that computer.',
  }
}

const wmiProblem = (error: AppError, label: string, isRemote: boolean): Finding =>
  isRemote && (error.code === 'rpc-unavailable' || error.code === 'timeout')
    ? {
        ...problem('wmi', error),
        message: `${label} answers on port ${rpcPort}, but not on the port that WMI goes on with.`,
        remedy:
          'Allow the firewall rule “Windows Management Instrumentation (WMI-In)” there. A firewall in between must let the dynamic ports of RPC through (49152 to 65535).',
      }
    : problem('wmi', error)

/**
 * Tries the way to a computer's licensing service link by link: each link a finding with its remedy, those behind the first
 * broken one `skipped`. Reads only and throws nothing but a cancellation.
 */
export const testRemoteManagement = async (context: ActionContext): Promise<RemoteTest> => {
  const label = targetLabel(context.target)
  const isRemote = context.host !== null
  const account = connectingAccount(context)
  const state: { probe: PortProbe | null; refusal: AppError | null; snapshot: LicenseSnapshot | null } = {
    probe: null,
    refusal: null,
    snapshot: null,
  }
  const probe = async (): Promise<PortProbe> =>
    (state.probe ??= await context.site.probe(context.host ?? '', rpcPort, context.signal))

  const connect = async (): Promise<Finding> => {
    try {
      await context.session('root\\cimv2')
      return okay('wmi', `WMI on ${label} answers.`)
    } catch (thrown) {
      const error = failureValue(thrown, label)
      if (!isRemote || !isAccountFailure(error)) return wmiProblem(error, label, isRemote)
      state.refusal = error
      return okay('wmi', `WMI on ${label} answers.`)
    }
  }

  const tryLink = async (link: RemoteLink): Promise<Finding> => {
    switch (link) {
      case 'name':
        return nameFinding(await probe())
      case 'port-135':
        return portFinding(await probe())
      case 'wmi':
        return connect()
      case 'account':
        return accountFinding(account, state.refusal)
      case 'uac-filter':
        return filterFinding(account, state.refusal)
      case 'namespaces':
        return namespacesFinding(context)
      case 'os-version':
        return versionFinding(context)
      case 'licensing':
        state.snapshot = await readSnapshot(context)
        return okay('licensing', `The licensing service of ${label} answers.`)
      case 'rights':
        return rightsFinding(context, label)
    }
  }

  const findings: Finding[] = []
  for (const check of remoteLinks.filter((link) => isRemote || !overNetwork.includes(link))) {
    const broken = findings.some(({ level }) => level === 'problem')
    if (broken) findings.push({ check, level: 'skipped', message: `Not tried: ${linkWords[check]}.` })
    else findings.push(await tryLink(check).catch((thrown: unknown) => problem(check, failureValue(thrown, label))))
    context.signal.throwIfAborted()
  }
  const broken = findings.find(({ level }) => level === 'problem')?.check ?? null
  const reachable = state.refusal === null && findings.some(({ check, level }) => check === 'wmi' && level === 'ok')
  const facts = reachable ? await readRemoteFacts(context) : noFacts
  return { reachable, findings, broken, snapshot: state.snapshot, ...facts }
}
