import type { AppError } from '../../src-main/contract/app-error.ts'
import type { AppInfo } from '../../src-main/contract/models/app-info.ts'
import type { Finding } from '../../src-main/contract/models/finding.ts'
import type { HostKeyCompatibility, HostSettingsCheck } from '../../src-main/contract/models/host-input-checks.ts'
import type { JournalEntry } from '../../src-main/contract/models/journal.ts'
import type { KmsHostReport } from '../../src-main/contract/models/kms-host-report.ts'
import type { LabOverview } from '../../src-main/contract/models/lab.ts'
import type { LicenseSnapshot } from '../../src-main/contract/models/license-snapshot.ts'
import type { PlanStepView, PlanView } from '../../src-main/contract/models/plan.ts'
import type { WaitingForInput } from '../../src-main/contract/models/telephone.ts'

/** Plausible answers of main for the preview. The texts stand in for main's own. */
export const appInfo: AppInfo = {
  version: '0.1.0',
  electron: null,
  platform: 'linux',
  computerName: 'FIELD-LAPTOP',
  canManageThisComputer: false,
  elevated: null,
  notices: [],
}

export const labKey = 'FKTNB-LABXX-HTKEY-QQ7RV-9WXYZ'

export const lab: LabOverview = {
  scenario: 'first-host',
  title: 'The first KMS host',
  description: 'A small network without a KMS host.',
  now: '2026-11-22T08:00:00.000Z',
  keys: [{ label: 'KMS host key for Windows Server 2008 R2', key: labKey, kind: 'kms-host' }],
  accounts: [
    { user: 'LAB\\administrator', password: 'Practice-1', note: 'Administrator of every computer that answers' },
  ],
  computerCount: 2,
  computers: [
    ['kms01', 'Windows Server 2008 R2 Standard', 'Server that can become a KMS host', 'Answers'],
    ['dns01', 'Windows Server 2008 R2 Standard', 'DNS server', 'Answers'],
    ['client01', 'Windows 7 Enterprise', 'KMS client', 'Answers'],
    ['client02', 'Windows 7 Enterprise', 'KMS client', 'Answers'],
    ['locked01', 'Windows 7 Enterprise', 'Denies access', 'Answers'],
    ['asleep01', 'Windows 7 Enterprise', 'Does not answer', 'Asleep'],
  ].map(([host = '', osCaption = '', role = '', state = '']) => ({
    host,
    fullName: `${host}.lab.example`,
    osCaption,
    role,
    state,
    power: state === 'Asleep' ? ('asleep' as const) : ('on' as const),
    licence: null,
    user: 'LAB\\administrator',
  })),
  tsigKeys: [],
  zones: [],
  faults: [],
}

export const snapshot: LicenseSnapshot = {
  readAt: '2026-11-22T12:01:00.000Z',
  computerName: 'KMS01',
  fullName: 'kms01.lab.example',
  dnsDomain: 'lab.example',
  osCaption: 'Windows Server 2008 R2 Standard',
  osVersion: '6.1.7601',
  osBuild: 7601,
  isServer: true,
  serviceVersion: '6.1.7601.17514',
  clientMachineId: null,
  kmsListeningPort: 1688,
  kmsDnsPublishing: true,
  kmsClient: {
    host: null,
    port: null,
    lookupDomain: null,
    discoveredHost: null,
    discoveredPort: null,
    discoveredAddress: null,
    hostCaching: true,
    activationDisabled: false,
  },
  abilities: { lookupDomain: false, activationType: false, productRearm: false, activationSwitch: true },
  windowsRearmsLeft: 3,
  dnsSuffixes: ['lab.example'],
  products: [
    {
      activationId: '68531fb9-5511-4989-97be-d11a0f55633f',
      applicationId: '55c92734-d682-4d71-983e-d6ec3f16059f',
      name: 'Windows Server(R), ServerStandard edition',
      description: 'Windows Operating System - Windows Server(R), VOLUME_KMSCLIENT channel',
      channel: 'VOLUME_KMSCLIENT',
      kind: 'kms-client',
      isWindows: true,
      isAddon: false,
      partialProductKey: 'R7VHC',
      status: 'oob-grace',
      statusReason: 0x4004f00c,
      graceMinutes: 41_000,
      isKmsHost: false,
      currentCount: null,
      requiredCount: null,
      activationType: null,
      activatedBy: null,
      applicationRearmsLeft: null,
      productRearmsLeft: null,
    },
  ],
  mayBeIncomplete: false,
}

export const goodLinks: Finding[] = [
  { check: 'name', level: 'ok', message: 'The name kms01.lab.example leads to 192.0.2.10.' },
  { check: 'port-135', level: 'ok', message: 'TCP port 135 answers.' },
  { check: 'wmi', level: 'ok', message: 'Windows Management Instrumentation answers.' },
  { check: 'rights', level: 'ok', message: 'The account may manage this computer.' },
  { check: 'licensing', level: 'ok', message: 'The licensing classes are there.' },
  { check: 'os', level: 'ok', message: 'Windows Server 2008 R2 can be a KMS host.' },
]

export const deniedLinks: Finding[] = [
  ...goodLinks.slice(0, 2),
  {
    check: 'wmi',
    level: 'problem',
    message: 'Access to Windows Management Instrumentation on locked01 was denied.',
    remedy: 'Use an account that is a member of the local group Administrators on that computer.',
    hresult: 0x80070005,
  },
  { check: 'rights', level: 'skipped', message: 'Not checked, because the connection failed.' },
]

const step = (index: number, patch: Partial<PlanStepView> & Pick<PlanStepView, 'kind' | 'title'>): PlanStepView => ({
  index,
  equivalent: null,
  risk: 'change',
  undo: null,
  state: 'pending',
  note: null,
  startedAt: null,
  endedAt: null,
  error: null,
  ...patch,
})

export const steps: PlanStepView[] = [
  step(0, {
    kind: 'license.read',
    title: 'Read the licensing state',
    equivalent: 'cscript slmgr.vbs kms01 /dlv',
    risk: 'read',
  }),
  step(1, {
    kind: 'license.install-key',
    title: 'Install the KMS host key ending in 9WXYZ',
    equivalent: 'cscript slmgr.vbs kms01 /ipk XXXXX-XXXXX-XXXXX-XXXXX-9WXYZ',
    risk: 'irreversible',
    undo: 'The key installed before ends in R7VHC and cannot be read back. Install it again by hand.',
  }),
  step(2, {
    kind: 'license.activate',
    title: 'Activate Windows online with Microsoft',
    equivalent: 'cscript slmgr.vbs kms01 /ato',
    risk: 'irreversible',
    undo: 'An activation that was used is not given back.',
  }),
  step(3, {
    kind: 'firewall.kms-group-on',
    title: 'Let KMS traffic through the firewall',
    equivalent: 'netsh advfirewall firewall set rule group="@FirewallAPI.dll,-28002" new enable=yes',
    undo: 'The group is turned off again.',
  }),
  step(4, {
    kind: 'service.restart',
    title: 'Restart the licensing service (sppsvc)',
    equivalent: 'net stop sppsvc && net start sppsvc',
    undo: 'Nothing to undo.',
  }),
  step(5, {
    kind: 'kms-host.verify',
    title: 'Verify the KMS host',
    equivalent: 'cscript slmgr.vbs kms01 /dli',
    risk: 'read',
  }),
]

export const plan: PlanView = {
  planId: '0b0d6c35-8a2e-4b37-9d0a-0a31a1a5a001',
  wizard: 'set-up-kms-host',
  title: 'Set up KMS01 as a KMS host',
  target: { place: 'lab', scenario: 'first-host', host: 'kms01' },
  targetName: 'KMS01',
  createdAt: '2026-11-22T12:02:00.000Z',
  digest: 'a'.repeat(64),
  consents: [],
  state: 'proposed',
  progress: 0,
  findings: [{ check: 'old-key', level: 'info', message: 'The key installed now (ending in R7VHC) will be replaced.' }],
  steps,
  missingSecrets: [],
  waiting: null,
  deferred: [],
  error: null,
}

export const refused: AppError = {
  code: 'licensing-refused',
  message: 'Microsoft’s activation server refused the key ending in 9WXYZ: it has been used too often.',
  remedy: 'Ask Volume Licensing support to raise the number of activations, then check and resume.',
  target: 'KMS01',
  hresult: 0xc004c020,
  detail: 'SoftwareLicensingProduct.Activate returned 0xC004C020',
  retryable: false,
}

export const report: KmsHostReport = {
  snapshot: { ...snapshot, readAt: '2026-11-22T12:05:00.000Z' },
  channel: 'VOLUME_KMS_R2_C',
  licensed: true,
  currentCount: 0,
  requiredCount: 5,
  srv: [
    {
      outcome: 'found',
      name: '_vlmcs._tcp.lab.example',
      server: '192.0.2.2',
      records: [{ target: 'kms01.lab.example', port: 1688, priority: 0, weight: 0, ttl: 3600 }],
    },
    {
      outcome: 'could-not-ask',
      name: '_vlmcs._tcp.branch.example',
      server: '192.0.2.2',
      error: { code: 'timeout', message: 'The DNS server did not answer within 5 seconds.', retryable: true },
    },
  ],
  port: { host: 'kms01.lab.example', port: 1688, outcome: 'open', detail: null },
  events: [
    {
      id: 12294,
      log: 'Key Management Service',
      time: '2026-11-22T12:04:40.000Z',
      data: ['_vlmcs._tcp.lab.example'],
      meaning: 'The host published its SRV record in lab.example.',
    },
  ],
  eventsError: null,
  serviceState: 'Running',
}

const entry = (sequence: number, patch: Partial<JournalEntry>): JournalEntry => ({
  sequence,
  at: '2026-11-22T12:03:00.000Z',
  planId: plan.planId,
  batchId: null,
  planTitle: plan.title,
  step: 1,
  kind: 'license.install-key',
  title: 'Install the KMS host key ending in 9WXYZ',
  target: 'KMS01',
  equivalent: 'cscript slmgr.vbs kms01 /ipk XXXXX-XXXXX-XXXXX-XXXXX-9WXYZ',
  event: 'done',
  outcome: 'Windows accepted the key.',
  error: null,
  who: 'LAB\\technician',
  ...patch,
})

export const journal: JournalEntry[] = [
  entry(5, {
    event: 'failed',
    title: 'Activate Windows online with Microsoft',
    equivalent: 'cscript slmgr.vbs kms01 /ato',
    outcome: null,
    error: refused,
  }),
  entry(4, {}),
  entry(3, { event: 'will-run', outcome: null }),
  entry(2, { event: 'committed', step: null, kind: 'plan', title: plan.title, equivalent: null, outcome: null }),
  entry(1, {
    event: 'consented',
    step: null,
    kind: 'plan',
    title: 'Warning about the host key',
    equivalent: null,
    outcome: null,
  }),
]

export const compatibility: HostKeyCompatibility = {
  windows: 'Windows Server 2008 R2',
  choices: [
    {
      generation: 'server-2012',
      name: 'Windows Server 2012',
      installable: 'yes',
      reason: 'The list of updates for older KMS hosts covers it.',
      activates: [{ system: 'server-2012', name: 'Windows Server 2012', update: 'KB3079821' }],
      note: null,
    },
  ],
  findings: [],
}

/** What main says of port and intervals as Windows has them. */
export const usualSettings: HostSettingsCheck = {
  port: 1688,
  activationInterval: 120,
  renewalInterval: 10_080,
  activationIntervalInWords: '2 hours',
  renewalIntervalInWords: '7 days',
  findings: [],
}

const iidBlocks = ['012345', '123456', '234560', '345601', '456012', '560123', '601234', '012340', '123401']

/** A plan's step that waits for a confirmation ID. */
export const waiting: WaitingForInput = {
  step: 4,
  name: 'confirmationId',
  input: 'confirmation-id',
  installationId: iidBlocks.join(''),
  blocks: iidBlocks.map((digits, index) => ({ letter: String.fromCodePoint(65 + index), digits })),
  formatted: iidBlocks.join('-'),
  spoken: iidBlocks.map((digits, index) => `Block ${String.fromCodePoint(65 + index)}: ${[...digits].join(' ')}`),
  activationId: '68531fb9-5511-4989-97be-d11a0f55633f',
  productName: 'Windows Server(R), ServerStandard edition',
  readAt: '2026-11-22T12:03:00.000Z',
  whereToCall: ['Start slui 4 on the computer: it names the numbers of your country.'],
  phones: [{ code: 'DEU', country: 'Germany', tollFree: '0800 1234567', toll: null }],
  error: null,
}
