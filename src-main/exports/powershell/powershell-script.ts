import type { Deed } from '../deed.ts'
import { accountsOf, type ExportDraft, joinWritten, type WrittenStep } from '../export-source.ts'
import { psBase } from './ps-base.ts'
import { psDeed } from './ps-deeds.ts'
import { psLicensing } from './ps-licensing.ts'
import { psMain } from './ps-main.ts'
import { psSetupKeys } from './ps-setup-keys.ts'
import { psSoAlready, psTest } from './ps-so-already.ts'
import { psSystem } from './ps-system.ts'
import { psComment, psString } from './ps-text.ts'

/** What each step of a plan is in PowerShell, in their order. */
export const psSteps = (draft: ExportDraft): readonly WrittenStep[] =>
  draft.prepared.map(({ deeds }) => joinWritten(deeds.map((deed) => psDeed(draft, deed))))

const reading: ReadonlySet<Deed['deed']> = new Set([
  'show',
  'prove',
  'published',
  'read-installation-id',
  'directory-installation-id',
  'by-hand',
])

/** Whether a step changes nothing. */
export const readsAlone = (deeds: readonly Deed[]): boolean => deeds.every(({ deed }) => reading.has(deed))

/** `.` is the computer that the script runs on. */
const computers = (draft: ExportDraft): readonly string[] => {
  const names = draft.computers.map(({ name, isThisComputer }) => psString(isThisComputer ? '.' : name))
  if (names.length === 1) return [`    [string[]] $ComputerName = @(${names[0] ?? ''}),`]
  const last = names.length - 1
  return [
    '    [string[]] $ComputerName = @(',
    ...names.map((name, index) => `        ${name}${index === last ? '' : ','}`),
    '    ),',
  ]
}

const help = (draft: ExportDraft): readonly string[] => [
  psComment(draft.title),
  psComment(`Made by the Activation Field Kit from a plan of ${draft.createdAt.slice(0, 10)}.`),
  '# For Windows PowerShell 5.1 and PowerShell 7; it uses CIM alone and needs no module.',
  '# It holds no password, no confirmation ID and no product key other than published client setup keys: it asks for',
  '# them, and shows nothing of what you type.',
  '# Run it as an administrator. A computer goes no further than the step that fails. It may be run again: what is done',
  '# already is passed over.',
  '#   -WhatIf              reads the state and shows what would be done',
  draft.computers.length === 1
    ? '#   -PromptForCredential asks for the account on other computers'
    : `#   -PromptForCredential asks for the ${accountsOf(draft).length === 1 ? 'account' : `${accountsOf(draft).length} accounts`} on the computers`,
  '#   -Protocol Wsman      uses WinRM in place of DCOM',
  '#   -ComputerName PC01   takes other computers than those below',
  '#   -Step 2,3            does these steps alone',
  '#   -StopAfter 5         begins no further computer once 5 have failed; 0 goes on to the end',
  '#   -First 3             asks after the first 3 computers whether to go on',
  ...(draft.isLab
    ? ['# The plan was made in the Lab: its computers are simulated. Give the names of real ones with -ComputerName.']
    : []),
]

const someNames = (names: readonly string[]): string =>
  `${names.slice(0, 3).join(', ')}${names.length > 3 ? ` and ${names.length - 3} more` : ''}`

/** Which account each computer is reached with, where there are several. */
const accountLines = (draft: ExportDraft): readonly string[] => {
  const accounts = accountsOf(draft)
  if (accounts.length === 1)
    return ['$script:Accounts = @{}', "$script:AccountPrompts = @{ 1 = 'The account on the other computers' }"]
  return [
    '$script:Accounts = @{',
    ...accounts.slice(1).flatMap(({ account, names }) => names.map((name) => `    ${psString(name)} = ${account}`)),
    '}',
    '$script:AccountPrompts = @{',
    ...accounts.map(({ account, names }) => `    ${account} = ${psString(`Account ${account}: ${someNames(names)}`)}`),
    '}',
  ]
}

const parameters = (draft: ExportDraft): readonly string[] => [
  '#requires -Version 5.1',
  "[CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'Medium')]",
  'param(',
  ...computers(draft),
  '    [switch] $PromptForCredential,',
  "    [ValidateSet('Dcom', 'Wsman')] [string] $Protocol = 'Dcom',",
  '    [int[]] $Step = @(),',
  `    [int] $StopAfter = ${draft.policy.stopAfter ?? 0},`,
  `    [int] $First = ${draft.policy.first ?? 0},`,
  '    [switch] $Unattended,',
  '    [switch] $TellInstallationId',
  ')',
  'Set-StrictMode -Version 2.0',
  "$ErrorActionPreference = 'Stop'",
  '',
  '$script:Session = @{}',
  '$script:Secrets = @{}',
  '$script:Credentials = @{}',
  '$script:Since = $null',
  '$script:Changes = 0',
  "$script:Misfit = 'Left as it is: '",
  ...accountLines(draft),
  '$script:Prompts = @{',
  ...draft.questions.map(({ variable, prompt }) => `    ${variable} = ${psString(prompt)}`),
  '}',
]

const block = (test: string | null): string => (test === null ? '$null' : `{ ${test} }`)

const stepLines = (draft: ExportDraft): readonly string[] =>
  psSteps(draft).flatMap((written, index) => {
    const step = draft.prepared[index]
    if (step === undefined) return []
    const { number, title, deeds, onlyIf } = step
    const body =
      written.is === 'lines'
        ? written.lines
        : [
            psComment(`Do this by hand: ${written.reason}`),
            ...written.lines.map((line) => psComment(`  ${line}`)),
            `Write-Warning ${psString(`Do this by hand: ${written.reason}`)}`,
          ]
    return [
      '    @{',
      `        Number = ${number}`,
      `        Title = ${psString(title)}`,
      `        Reads = ${readsAlone(deeds) || written.is === 'by-hand' ? '$true' : '$false'}`,
      `        OnlyIf = ${block(onlyIf === null ? null : psTest(onlyIf))}`,
      `        OnlyIfNot = ${psString(onlyIf?.otherwise ?? '')}`,
      `        IsSo = ${block(written.is === 'lines' ? psSoAlready(deeds) : null)}`,
      '        Run = {',
      ...body.map((line) => `            ${line}`),
      '        }',
      '    }',
    ]
  })

const usesSetupKeys = ({ prepared }: ExportDraft): boolean =>
  prepared.some(({ deeds }) => deeds.some(({ deed }) => deed === 'setup-key'))

/** The whole script, with LF at the ends of its lines. */
export const powershellScript = (draft: ExportDraft): string => {
  const { fits } = draft
  const lines = [
    ...help(draft),
    ...parameters(draft),
    psBase.trimEnd(),
    psLicensing.trimEnd(),
    psSystem.trimEnd(),
    ...(usesSetupKeys(draft) ? [psSetupKeys().trimEnd()] : []),
    '',
    `$fits = ${block(fits === null ? null : psTest(fits))}`,
    `$fitsNot = ${psString(fits?.otherwise ?? '')}`,
    '$plan = @(',
    ...stepLines(draft),
    ')',
    psMain.trimEnd(),
  ]
  return `${lines.join('\n')}\n`
}
