import { type ExportDraft, joinWritten, type WrittenStep } from '../export-source.ts'
import { cmdDeed, isRemoteInCmd, restartLines } from './cmd-deeds.ts'
import { cmdAccount, cmdEnding, cmdFailed, cmdOpening, cmdSubroutines } from './cmd-parts.ts'
import { cmdComment, cmdEcho, cmdSet } from './cmd-text.ts'

/** What each step of a plan is in a command file, in their order. */
export const cmdSteps = (draft: ExportDraft): readonly WrittenStep[] =>
  draft.prepared.map(({ deeds }) => joinWritten(deeds.map((deed) => cmdDeed(draft, deed))))

/** The name by which Windows knows a computer in %COMPUTERNAME%: 15 characters at most; null for an address. */
const shortName = (name: string): string | null =>
  /^[\d.]+$|:/.test(name) ? null : (name.split('.')[0] ?? name).slice(0, 15).toUpperCase()

/** Whether the file can be run from another computer: every step goes through slmgr.vbs and WMI. */
export const runsRemotely = ({ prepared }: ExportDraft): boolean =>
  prepared.every(({ deeds }) => deeds.every(isRemoteInCmd))

const remoteCalls = (draft: ExportDraft): readonly string[] => [
  ...draft.computers.flatMap(({ name, isThisComputer }) => [
    isThisComputer ? 'call :local' : `call :computer "${name}" "${shortName(name) ?? ''}"`,
    'if errorlevel 1 goto end',
  ]),
  'set "AFK_RESULT=0"',
  'goto end',
  '',
  ...(draft.computers.some(({ isThisComputer }) => isThisComputer)
    ? [':local', 'set "AFK_NAME=%COMPUTERNAME%"', 'goto plan', '']
    : []),
  ':computer',
  'set "AFK_NAME=%~1"',
  'set "AFK_REMOTE=%~1"',
  'set "AFK_WORDS="',
  'if /i "%COMPUTERNAME%"=="%~2" set "AFK_REMOTE="',
  'if not defined AFK_REMOTE goto plan',
  'call :account',
  'set AFK_WORDS="!AFK_REMOTE!"',
  'if defined AFK_USER set AFK_WORDS="!AFK_REMOTE!" "!AFK_USER!" "!AFK_PASSWORD!"',
  'goto plan',
  '',
  ...cmdAccount,
]

/** A plan with steps that slmgr.vbs does not do is run at each of its computers, and nowhere else by mistake. */
const localCalls = (draft: ExportDraft): readonly string[] => {
  const names = draft.computers.map(({ name }) => shortName(name))
  const known = names.filter((name) => name !== null)
  const check =
    known.length < names.length
      ? []
      : [
          'if /i "%~1"=="here" goto right',
          ...known.map((name) => `if /i "%COMPUTERNAME%"=="${name}" goto right`),
          cmdEcho(
            `Nothing was changed: this file is for ${known.slice(0, 5).join(', ')}${known.length > 5 ? ` and ${known.length - 5} more` : ''}, and this computer is another one.`,
          ),
          'echo To run it here all the same, write the word here behind its name.',
          'goto end',
          ':right',
        ]
  return [
    ...check,
    'set "AFK_NAME=%COMPUTERNAME%"',
    'call :plan',
    'if not errorlevel 1 set "AFK_RESULT=0"',
    'goto end',
    '',
  ]
}

const stepLines = (draft: ExportDraft): readonly string[] =>
  cmdSteps(draft).flatMap((step, index) => {
    const { title } = draft.prepared[index] ?? { title: '' }
    const head = `Step ${index + 1} of ${draft.prepared.length}: ${title}`
    if (step.is === 'lines')
      return ['', cmdComment(head), cmdSet('AFK_STEP', String(index + 1)), cmdEcho(head), ...step.lines]
    const hand = `Do this by hand: ${step.reason}`
    return [
      '',
      cmdComment(head),
      cmdComment(hand),
      ...step.lines.map((line) => cmdComment(`  ${line}`)),
      cmdEcho(head),
      cmdEcho(hand),
    ]
  })

const heading = (draft: ExportDraft, remote: boolean): readonly string[] => [
  '@echo off',
  cmdComment(draft.title),
  cmdComment(`Made by the Activation Field Kit from a plan of ${draft.createdAt.slice(0, 10)}. For Windows 7 to 2025.`),
  'rem Run it as an administrator. It stops at the first step that fails, and may be run again.',
  'rem It holds no key, no password and no confirmation ID: it asks for them. What you type is shown.',
  ...(remote
    ? [
        'rem For another computer slmgr.vbs takes the password on its command line, where programs on this computer',
        'rem can read it. Run the file at the computer itself where you can: there it asks for no password.',
      ]
    : ['rem Run it at the computer itself: netsh, net and reg take no other account here.']),
  ...(draft.isLab
    ? ['rem The plan was made in the Lab: its computers are simulated. Change the names before you run it.']
    : []),
]

/** The whole file, with LF at the ends of its lines. */
export const commandFile = (draft: ExportDraft): string => {
  const remote = runsRemotely(draft)
  const steps = stepLines(draft)
  const lines = [
    ...heading(draft, remote),
    ...cmdOpening,
    'set "AFK_RESULT=1"',
    ...draft.questions.map(({ variable }) => `set "${variable}="`),
    ...(remote ? remoteCalls(draft) : localCalls(draft)),
    '',
    ':plan',
    ...steps,
    'exit /b 0',
    '',
    ...cmdSubroutines,
    ...(steps.includes('call :restart') ? ['', ...restartLines] : []),
    '',
    ...cmdFailed,
    '',
    ...cmdEnding,
  ]
  return `${lines.join('\n')}\n`
}
