import { type ExportDraft, joinWritten, type WrittenStep } from '../export-source.ts'
import { psBase } from './ps-base.ts'
import { psDeed } from './ps-deeds.ts'
import { psLicensing } from './ps-licensing.ts'
import { psSystem } from './ps-system.ts'
import { psComment, psList, psString } from './ps-text.ts'

/** What each step of a plan is in PowerShell, in their order. */
export const psSteps = (draft: ExportDraft): readonly WrittenStep[] =>
  draft.prepared.map(({ deeds }) => joinWritten(deeds.map((deed) => psDeed(draft, deed))))

/** `.` is the computer that the script runs on. */
const computers = (draft: ExportDraft): string =>
  psList(draft.computers.map(({ name, isThisComputer }) => (isThisComputer ? '.' : name)))

const help = (draft: ExportDraft): readonly string[] => [
  psComment(draft.title),
  psComment(`Made by the Activation Field Kit from a plan of ${draft.createdAt.slice(0, 10)}.`),
  '# For Windows PowerShell 5.1 and PowerShell 7; it uses CIM alone and needs no module.',
  '# It holds no key, no password and no confirmation ID: it asks for them, and shows nothing of what you type.',
  '# Run it as an administrator. It stops at the first step that fails, and may be run again.',
  '#   -WhatIf              shows what would be done',
  '#   -PromptForCredential asks for the account on other computers',
  '#   -Protocol Wsman      uses WinRM in place of DCOM',
  '#   -Step 2,3            does these steps alone',
  '#   -KeepGoing           goes on with the next computer where one fails',
  ...(draft.isLab
    ? ['# The plan was made in the Lab: its computers are simulated. Give the names of real ones with -ComputerName.']
    : []),
]

const parameters = (draft: ExportDraft): readonly string[] => [
  '#requires -Version 5.1',
  "[CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'Medium')]",
  'param(',
  `    [string[]] $ComputerName = ${computers(draft)},`,
  '    [switch] $PromptForCredential,',
  "    [ValidateSet('Dcom', 'Wsman')] [string] $Protocol = 'Dcom',",
  '    [int[]] $Step = @(),',
  '    [switch] $KeepGoing,',
  '    [switch] $Unattended,',
  '    [switch] $TellInstallationId',
  ')',
  'Set-StrictMode -Version 2.0',
  "$ErrorActionPreference = 'Stop'",
  '',
  '$script:Session = @{}',
  '$script:Secrets = @{}',
  '$script:Since = $null',
  '$script:Prompts = @{',
  ...draft.questions.map(({ variable, prompt }) => `    ${variable} = ${psString(prompt)}`),
  '}',
]

const stepLines = (draft: ExportDraft): readonly string[] =>
  psSteps(draft).flatMap((step, index) => {
    const number = index + 1
    const title = draft.prepared[index]?.title ?? ''
    const body =
      step.is === 'lines'
        ? step.lines
        : [
            psComment(`Do this by hand: ${step.reason}`),
            ...step.lines.map((line) => psComment(`  ${line}`)),
            `Write-Warning ${psString(`Do this by hand: ${step.reason}`)}`,
          ]
    return [
      '    @{',
      `        Number = ${number}`,
      `        Title = ${psString(title)}`,
      '        Run = {',
      ...body.map((line) => `            ${line}`),
      '        }',
      '    }',
    ]
  })

const main: readonly string[] = [
  '$credential = $null',
  'if ($PromptForCredential) {',
  "    $credential = Get-Credential -Message 'The account on the other computers'",
  '}',
  '$failed = 0',
  'foreach ($computer in $ComputerName) {',
  '    $connection = $null',
  '    $script:Session = @{}',
  '    $script:Since = $null',
  "    $at = 'connecting'",
  '    try {',
  "        if ($computer -ne '.') {",
  '            $with = @{ ComputerName = $computer; OperationTimeoutSec = 240 }',
  '            $with.SessionOption = New-CimSessionOption -Protocol $Protocol',
  '            if ($null -ne $credential) { $with.Credential = $credential }',
  '            $connection = New-CimSession @with',
  '            $script:Session = @{ CimSession = $connection }',
  '        }',
  '        foreach ($item in $plan) {',
  '            if ($Step.Count -gt 0 -and $Step -notcontains $item.Number) { continue }',
  "            $at = 'step ' + $item.Number + ': ' + $item.Title",
  '            if (-not $PSCmdlet.ShouldProcess($computer, $item.Title)) { continue }',
  "            Write-Output ('[' + $computer + '] ' + $at)",
  '            & $item.Run',
  '        }',
  '    }',
  '    catch {',
  '        $failed++',
  "        $host.UI.WriteErrorLine('[' + $computer + '] Failed at ' + $at + '. ' + $_.Exception.Message)",
  '    }',
  '    finally {',
  '        if ($null -ne $connection) { Remove-CimSession -CimSession $connection -WhatIf:$false -Confirm:$false }',
  '    }',
  '    if ($failed -gt 0 -and -not $KeepGoing) { break }',
  '}',
  'if ($failed -gt 0) { exit 1 }',
  "Write-Output 'Done.'",
  'exit 0',
]

/** The whole script, with LF at the ends of its lines. */
export const powershellScript = (draft: ExportDraft): string => {
  const lines = [
    ...help(draft),
    ...parameters(draft),
    psBase.trimEnd(),
    psLicensing.trimEnd(),
    psSystem.trimEnd(),
    '',
    '$plan = @(',
    ...stepLines(draft),
    ')',
    '',
    ...main,
  ]
  return `${lines.join('\n')}\n`
}
