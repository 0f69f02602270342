import type { FirewallProfile } from '../contract/models/remote-management.ts'

/** Resource id of the firewall rule group "Windows Management Instrumentation (WMI)", the same in every language (kms.md 4). */
export const wmiFirewallGroup = '@FirewallAPI.dll,-34251'

/** Names of the inbound rules in that group (kms.md 4). */
export const wmiFirewallRules = [
  'WMI-RPCSS-In-TCP',
  'WMI-WINMGMT-In-TCP',
  'WMI-ASYNC-In-TCP',
  'WMI-RPCSS-In-TCP-NoScope',
  'WMI-WINMGMT-In-TCP-NoScope',
  'WMI-ASYNC-In-TCP-NoScope',
] as const

/** Turns the group on or off. netsh takes the group alone here: scope and profiles stay as Windows has them. */
export const netshWmiGroup = (enable: 'yes' | 'no'): string =>
  `netsh advfirewall firewall set rule group="${wmiFirewallGroup}" new enable=${enable}`

/** Who is let in by the rules of the app's own: kinds of networks and senders as netsh takes them. */
export interface WmiReach {
  readonly profiles: readonly FirewallProfile[]
  /** `localsubnet`, `any`, or addresses and subnets in the spelling of subnet-input.ts. */
  readonly remote: readonly string[]
}

interface OwnRule {
  readonly name: string
  /** What of WMI it lets in, in words. */
  readonly lets: string
  /** The part of the command line that says which program and port. */
  readonly what: string
}

/** The three rules of the deployment guide for several subnets, with the programs and services of Windows' own (kms.md 4). */
export const ownWmiRules: readonly OwnRule[] = [
  {
    name: 'Activation Field Kit - WMI (DCOM-In)',
    lets: 'the first contact on TCP port 135',
    what: String.raw`program="%SystemRoot%\system32\svchost.exe" service=rpcss protocol=TCP localport=135`,
  },
  {
    name: 'Activation Field Kit - WMI (WMI-In)',
    lets: 'the WMI service, whose port Windows chooses',
    what: String.raw`program="%SystemRoot%\system32\svchost.exe" service=winmgmt protocol=TCP localport=any`,
  },
  {
    name: 'Activation Field Kit - WMI (ASync-In)',
    lets: 'answers that come later',
    what: String.raw`program="%SystemRoot%\system32\wbem\unsecapp.exe" protocol=TCP localport=any`,
  },
]

/** What such a rule lets in, as its description says; two rules of one name differ where this differs. */
export const wmiReachText = ({ profiles, remote }: WmiReach): string =>
  `Networks: ${profiles.join(', ')}. From: ${remote.join(', ')}.`

/** Makes one of the rules. */
export const netshAddWmiRule = ({ name, what }: OwnRule, reach: WmiReach): string =>
  [
    `netsh advfirewall firewall add rule name="${name}" dir=in action=allow ${what}`,
    `profile=${reach.profiles.join(',')}`,
    `remoteip=${reach.remote.join(',')}`,
    `description="${wmiReachText(reach)}"`,
  ].join(' ')

/** Deletes it, in every form that it has. */
export const netshDeleteWmiRule = (name: string): string => `netsh advfirewall firewall delete rule name="${name}"`

/** Where UAC's filter of local accounts is kept (kms.md 4; deploying-kms-activation.txt, "Remote Operations Targeting Workgroup Computers"). */
export const tokenFilter = {
  path: String.raw`SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System`,
  name: 'LocalAccountTokenFilterPolicy',
} as const
