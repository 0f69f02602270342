import type { SelfTestStepId } from '../../src-main/contract/models/self-test-report.ts'

/** Words of the page "Check this computer". */
export const checkComputer = {
  heading: 'Check this computer',
  intro:
    'Looks at everything that activation leans on, step by step, on this computer or another one. Nothing is changed. The report can be saved and passed on.',
  start: 'Check',
  again: 'Check again',
  another: 'Choose another computer',
  stop: 'Stop',
  stopped: 'Stopped. What was found so far is kept.',
  steps: 'Steps of the check',
  running: (index: number, count: number, name: string) => `Step ${index} of ${count}: ${name}`,
  underWay: 'Under way',
  failed: 'The check could not be made',
  allFine: (name: string) => `Nothing is wrong with ${name}.`,
  found: (problems: number, warnings: number) =>
    [
      problems === 0 ? '' : problems === 1 ? '1 problem' : `${problems} problems`,
      warnings === 0 ? '' : warnings === 1 ? '1 warning' : `${warnings} warnings`,
    ]
      .filter((part) => part !== '')
      .join(', '),
  foundAt: (what: string, name: string) => `${what} on ${name}.`,
  firstRemedy: 'Begin with',
  report: 'The report',
  reportHint:
    'It holds names of computers and domains, settings and events. Product keys stand in it by their last five characters; passwords, the account that was used, installation IDs and the key in the firmware are left out.',
  save: 'Save the report',
  saved: 'The report was saved.',
  notSaved: 'It was not saved.',
  copyText: 'Copy as text',
} as const

/** The steps by name. */
export const stepNames: Record<SelfTestStepId, string> = {
  elevation: 'Rights of the app',
  name: 'Name',
  'port-135': 'Port 135',
  wmi: 'Windows Management Instrumentation (WMI)',
  'os-version': 'Windows version',
  schema: 'Licensing classes',
  licensing: 'Products and their activation',
  service: 'Licensing service',
  registry: 'Settings in the registry',
  firewall: 'Firewall',
  events: 'Events of the last days',
  clock: 'Clock',
  dns: 'KMS hosts in DNS',
  'kms-port': 'KMS hosts answer',
}
