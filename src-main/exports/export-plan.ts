import type { ExportedFile, ExportFormat, PlanExport } from '../contract/models/plan-export.ts'
import { ansibleInventory, ansibleNames, ansiblePlaybook } from './ansible/playbook.ts'
import { cmdSteps, commandFile, runsRemotely } from './command-file/command-file.ts'
import { prepareExport, type ExportDraft, type ExportSource, type WrittenStep } from './export-source.ts'
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

const commandFiles = (draft: ExportDraft): readonly ExportedFile[] => [
  file(
    'activation-plan.cmd',
    'command-file',
    commandFile(draft),
    runsRemotely(draft)
      ? [
          'Right-click it and choose “Run as administrator”. For another computer it asks for an account; slmgr.vbs then takes the password on its command line, so run it at the computer itself where you can.',
        ]
      : ['Run it as an administrator at the computer itself: netsh, net and reg reach no other computer here.'],
  ),
]

const powershellFiles = (draft: ExportDraft): readonly ExportedFile[] => [
  file('activation-plan.ps1', 'powershell-script', powershellScript(draft), [
    'Run it in an elevated PowerShell, first with -WhatIf. -PromptForCredential asks for another account, -Protocol Wsman uses WinRM.',
  ]),
]

const ansibleFiles = (draft: ExportDraft): readonly ExportedFile[] => [
  file(ansibleNames.playbook, 'yaml', ansiblePlaybook(draft), [
    `Keep the three files in one folder, then run: ansible-playbook -i ${ansibleNames.inventory} ${ansibleNames.playbook} -u user@DOMAIN -k`,
  ]),
  file(ansibleNames.inventory, 'yaml', ansibleInventory(draft), [
    'The computers, reached by WinRM with Kerberos. Change the variables where your network uses another way.',
  ]),
  file(ansibleNames.script, 'powershell-script', powershellScript(draft), [
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

const notesOf = ({ questions, isLab }: ExportDraft): readonly string[] => [
  questions.length === 0
    ? 'No key, password or confirmation ID stands in it.'
    : `No key, password or confirmation ID stands in it. It asks for: ${questions.map(({ prompt }) => prompt).join(', ')}.`,
  ...(isLab
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
