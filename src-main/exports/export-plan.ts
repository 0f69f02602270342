import type { ExportedFile, ExportFormat, PlanExport } from '../contract/models/plan-export.ts'
import { ansibleCommand, ansibleInventory, ansibleNames, ansiblePlaybook } from './ansible/playbook.ts'
import { cmdSteps, commandFile, runsRemotely } from './command-file/command-file.ts'
import { accountsOf, prepareExport, type ExportDraft, type ExportSource, type WrittenStep } from './export-source.ts'
import { powershellScript, psSteps } from './powershell/powershell-script.ts'

/** A command file has CR LF; Windows PowerShell 5.1 knows UTF-8 by its mark alone; YAML has neither. */
const bytesOf = (kind: ExportedFile['kind'], text: string): string => {
  switch (kind) {
    case 'command-file':
      return Buffer.from(text.replaceAll('\n', '\r\n'), 'latin1').toString('base64')
    case 'powershell-script':
      return Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`, 'utf8').toString('base64')
    case 'yaml':
      return Buffer.from(text, 'utf8').toString('base64')
  }
}

const file = (name: string, kind: ExportedFile['kind'], text: string, notes: readonly string[]): ExportedFile => ({
  name,
  kind,
  text,
  bytes: bytesOf(kind, text),
  notes: [...notes],
})

const elsewhere = ({ computers }: ExportDraft): boolean => computers.some(({ isThisComputer }) => !isThisComputer)

const howToRunCmd = (draft: ExportDraft): string => {
  if (!runsRemotely(draft))
    return draft.computers.length === 1
      ? 'Run it as an administrator at the computer itself: netsh, net and reg reach no other computer here.'
      : 'Run it as an administrator at each of the computers: netsh, net and reg reach no other computer here. It does nothing elsewhere.'
  return elsewhere(draft)
    ? 'Right-click it and choose “Run as administrator”. It reaches other computers with the account that runs it and asks for no password. For another account, type runas /netonly /user:DOMAIN\\user cmd in an elevated command prompt, and run it in the window that opens.'
    : 'Right-click it and choose “Run as administrator”.'
}

const commandFiles = (draft: ExportDraft): readonly ExportedFile[] => [
  file('activation-plan.cmd', 'command-file', commandFile(draft), [howToRunCmd(draft)]),
]

const powershellFiles = (draft: ExportDraft): readonly ExportedFile[] => [
  file('activation-plan.ps1', 'powershell-script', powershellScript(draft), [
    'Run it in an elevated PowerShell, first with -WhatIf, which reads the state and shows what would be done. -PromptForCredential asks for another account, -Protocol Wsman uses WinRM.',
  ]),
]

/** Ansible runs the script at each computer, which has no need of the others' names. */
const atTheComputer = (draft: ExportDraft): ExportDraft => ({
  ...draft,
  computers: [{ name: '.', isThisComputer: true, account: 1 }],
  policy: { stopAfter: 1, first: null },
  isLab: false,
})

const ansibleFiles = (draft: ExportDraft): readonly ExportedFile[] => [
  file(ansibleNames.playbook, 'yaml', ansiblePlaybook(draft), [
    `Keep the three files in one folder, then run: ${ansibleCommand(draft)}`,
  ]),
  file(ansibleNames.inventory, 'yaml', ansibleInventory(draft), [
    'The computers, reached by WinRM with Kerberos. Change the variables where your network uses another way.',
  ]),
  file(ansibleNames.script, 'powershell-script', powershellScript(atTheComputer(draft)), [
    'The tasks of the playbook run this script on each computer.',
  ]),
]

const filesOf = (draft: ExportDraft, format: ExportFormat): readonly ExportedFile[] => {
  switch (format) {
    case 'command-file':
      return commandFiles(draft)
    case 'powershell':
      return powershellFiles(draft)
    case 'ansible':
      return ansibleFiles(draft)
  }
}

const stepsOf = (draft: ExportDraft, format: ExportFormat): readonly WrittenStep[] =>
  format === 'command-file' ? cmdSteps(draft) : psSteps(draft)

/** What each computer decides when its turn comes, as the app does. */
const decidedThere = ({ steps, fits }: ExportDraft): readonly string[] => [
  ...(fits === null ? [] : ['Each computer is looked at first. One that the plan does not fit is left as it is.']),
  ...steps.flatMap(({ title, decided }, index) =>
    decided === null ? [] : [`Step ${index + 1}, ${title}: ${decided.sentence}`],
  ),
]

const several = (draft: ExportDraft): readonly string[] => {
  const count = accountsOf(draft).length
  return count < 2
    ? []
    : [`The plan uses ${count} accounts. No account is named in it; see in the file how each is given.`]
}

const noSecret = 'It holds no password, no confirmation ID and no product key other than published client setup keys.'

const notesOf = (draft: ExportDraft): readonly string[] => [
  ...(draft.computers.length === 1 ? [] : [`It is for ${draft.computers.length} computers, with each step once.`]),
  draft.questions.length === 0
    ? noSecret
    : `${noSecret} It asks for: ${draft.questions.map(({ prompt }) => prompt).join(', ')}.`,
  ...decidedThere(draft),
  ...several(draft),
  ...(draft.isLab
    ? ['The plan was made in the Lab, whose computers are simulated. Change the names before you run it.']
    : []),
]

/** A plan as files of a format. Pure; no secret is known here, so that none can stand in them. */
export const exportPlan = (source: ExportSource, format: ExportFormat): PlanExport => {
  const draft = prepareExport(source)
  return {
    files: [...filesOf(draft, format)],
    byHand: stepsOf(draft, format).flatMap((step, index) =>
      step.is === 'by-hand'
        ? [{ step: index + 1, title: draft.prepared[index]?.title ?? '', reason: step.reason }]
        : [],
    ),
    notes: [...notesOf(draft)],
  }
}
