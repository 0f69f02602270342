import type { ExportFormat } from '../../src-main/contract/models/plan-export.ts'

/** The words of exporting a plan. */
export const planExport = {
  button: 'Export',
  formats: {
    'command-file': 'Command file (slmgr)',
    powershell: 'PowerShell script',
    ansible: 'Ansible playbook',
  } satisfies Record<ExportFormat, string>,
  title: (format: ExportFormat) => `Export as ${planExport.formats[format]}`,
  waiting: 'Writing the files',
  failed: 'The plan could not be exported.',
  byHand: 'Steps that you have to do by hand',
  byHandStep: (step: number, title: string, reason: string) => `Step ${step}, ${title}: ${reason}`,
  preview: (name: string) => `Text of ${name}`,
  copy: (name: string) => `Copy ${name}`,
  save: (name: string) => `Save ${name}`,
  saved: (name: string) => `${name} is saved.`,
  notSaved: 'Nothing was saved.',
  saveFailed: 'The file could not be saved.',
} as const
