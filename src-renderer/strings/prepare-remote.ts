import type { PlanState } from '../../src-main/contract/models/plan.ts'
import type { FirewallProfile, RemoteLink } from '../../src-main/contract/models/remote-management.ts'
import { planStateNames } from './plan.ts'

const linkNames: Record<RemoteLink, string> = {
  name: 'its name',
  'port-135': 'TCP port 135, where WMI begins',
  wmi: 'the connection to WMI',
  account: 'the account',
  'uac-filter': 'the filter of User Account Control for local accounts',
  namespaces: 'the WMI namespaces',
  'os-version': 'its Windows version',
  licensing: 'the licensing service',
  rights: 'the rights to change licensing settings',
}
const linkName = (link: string): string =>
  Object.entries(linkNames).find(([name]) => name === link)?.[1] ?? 'one of the checks'

/** The words of the wizard "Prepare remote management". */
export const prepareRemote = {
  title: 'Prepare remote management',
  stepNames: ['Computer', 'Changes', 'Review', 'Prepare'],
  targetHeading: 'Choose the computer that is to be managed',
  targetIntro:
    'Every link of the way to it is tried, and the first one that breaks is named. Go on also where it breaks: you get a script then, to run on that computer.',
  passed: (name: string) => `${name} can be managed from here: every link holds.`,
  failed: (name: string) => `${name} cannot be managed from here yet.`,
  failedAt: (name: string, link: string) =>
    `${name} cannot be managed from here yet: the way breaks at ${linkName(link)}.`,
  heading: (name: string) => `Choose what is changed on ${name}`,
  intro:
    'The app manages computers with Windows Management Instrumentation (WMI). It needs a way through the firewall there, and an account that keeps its rights over the network.',
  broken: (name: string) => `${name} cannot be changed from here yet`,
  brokenText:
    'Choose what it needs, then save the script below and run it on that computer. Afterwards go back and test again.',
  works: (name: string) => `${name} can be managed already`,
  worksText: 'Change something only where other subnets or other accounts are to get in as well.',
  firewall: 'Firewall',
  firewallLabel: 'How does the firewall there let WMI in?',
  keep: 'Leave it as it is',
  windows: 'From its own subnet: turn on the rules that Windows has',
  windowsHint:
    'On domain networks they let in every sender, on private and public ones the local subnet alone. Enough for a single subnet.',
  own: 'From several subnets: make three rules',
  ownHint: 'DCOM-In, WMI-In and ASync-In for the networks and senders that you choose.',
  wmiRulesOn: 'The rules that Windows has are on.',
  wmiRulesOff: 'The rules that Windows has are not all on.',
  profiles: 'On which kinds of networks?',
  profileNames: { domain: 'Domain', private: 'Private', public: 'Public' } satisfies Record<FirewallProfile, string>,
  publicHint: 'Public networks are those of hotels and cafés: leave them out unless the computer has no other.',
  from: 'From where?',
  fromSubnets: 'From these subnets',
  fromLocal: 'From the local subnet',
  fromAny: 'From anywhere',
  subnets: 'Subnets and addresses',
  subnetsHint: 'One per line, for example 10.1.0.0/16 or 10.1.0.20: from where you manage computers.',
  accounts: 'Local accounts',
  lift: 'Let local administrators keep their rights over the network (LocalAccountTokenFilterPolicy = 1)',
  liftHint:
    'For a computer in a workgroup. Whoever knows the password of a local administrator then has all rights there over the network: one password on many computers opens all of them. Undo it when you are done.',
  liftDomain: 'Not needed: the computer is in a domain, and domain accounts are not filtered.',
  lifted: 'It is set already.',
  script: 'Script',
  scriptShow: 'Script for computers that cannot be reached yet',
  scriptIntro: 'One file with the choices above. It holds no password. This is what each part of it does:',
  scriptFailed: 'The script could not be made',
  scriptWaits: 'The script appears here once every choice above can be used.',
  scriptLines: (part: string) => `Lines of “${part}”`,
  scriptPart: 'Part',
  copyScript: 'Copy the script',
  saveScript: 'Save the script',
  saving: 'Saving',
  saved: 'Saved.',
  notSaved: 'Not saved.',
  saveFailed: 'The script was not saved',
  howTo: 'How to use it',
  complaints: {
    unreachable: (name: string) =>
      `${name} cannot be changed from here yet. Save the script, run it there, then go back and test again.`,
  },
  running: (name: string) => `Preparing ${name}`,
  commit: (name: string) => `Prepare ${name}`,
  endHeading: (state: PlanState, name: string) => `${name}: ${planStateNames[state]}`,
  done: 'The computer is prepared. Test the way to it from the computer that you manage it from.',
} as const
