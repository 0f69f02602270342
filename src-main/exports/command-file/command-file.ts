import { soAlready } from '../deeds/so-already.ts'
import { accountsOf, type ExportDraft, type ExportStep, joinWritten, type WrittenStep } from '../export-source.ts'
import { localCalls, remoteCalls } from './cmd-calls.ts'
import { clientLines, setupKeyLines } from './cmd-decided.ts'
import { cmdDeed, cmdUnless, isRemoteInCmd, restartLines } from './cmd-deeds.ts'
import { cmdEnding, cmdFind, cmdOpening, cmdSubroutines, cmdTurnEnds } from './cmd-parts.ts'
import { cmdComment, cmdEcho, cmdSet } from './cmd-text.ts'

/** What each step of a plan is in a command file, in their order. */
export const cmdSteps = (draft: ExportDraft): readonly WrittenStep[] =>
  draft.prepared.map(({ deeds }) => joinWritten(deeds.map((deed) => cmdDeed(draft, deed))))

/** Whether the file can be run from another computer: every step goes through slmgr.vbs and WMI. */
export const runsRemotely = ({ prepared }: ExportDraft): boolean =>
  prepared.every(({ deeds }) => deeds.every(isRemoteInCmd))

/** Lines that pass over a step that is not needed, or done already. */
const passing = ({ number, deeds, onlyIf }: ExportStep): readonly string[] => {
  const [deed] = deeds
  const proofs = deeds.length === 1 && deed !== undefined ? soAlready(deed) : null
  return [
    ...(onlyIf === null ? [] : cmdUnless(onlyIf, `pass${number}`)),
    ...(proofs === null
      ? []
      : [...proofs.flatMap((proof) => cmdUnless(proof, `do${number}`)), `goto pass${number}`, `:do${number}`]),
  ]
}

const stepLines = (draft: ExportDraft): readonly string[] =>
  cmdSteps(draft).flatMap((written, index) => {
    const step = draft.prepared[index]
    if (step === undefined) return []
    const head = `Step ${step.number} of ${draft.prepared.length}: ${step.title}`
    if (written.is === 'lines') {
      const pass = passing(step)
      const ends =
        pass.length === 0
          ? []
          : [`goto after${step.number}`, `:pass${step.number}`, 'echo Nothing to do.', `:after${step.number}`]
      const number = cmdSet('AFK_STEP', String(step.number))
      return ['', cmdComment(head), number, cmdEcho(head), ...pass, ...written.lines, ...ends]
    }
    const hand = `Do this by hand: ${written.reason}`
    return [
      '',
      cmdComment(head),
      cmdComment(hand),
      ...written.lines.map((line) => cmdComment(`  ${line}`)),
      cmdEcho(head),
      cmdEcho(hand),
    ]
  })

const where = (draft: ExportDraft, remote: boolean): readonly string[] => {
  if (!remote) return ['rem Run it at the computer itself: netsh, net and reg reach no other computer here.']
  if (draft.computers.every(({ isThisComputer }) => isThisComputer)) return []
  const accounts = accountsOf(draft).length
  return [
    'rem Other computers are reached with the account that runs it, so that no password is typed or stands on a',
    'rem command line. For another account, open a command prompt as administrator and type:',
    String.raw`rem   runas /netonly /user:DOMAIN\user cmd`,
    'rem then run this file in the window that opens.',
    ...(accounts > 1
      ? [cmdComment(`The plan used ${accounts} accounts: run it under each. What is done already is passed over.`)]
      : []),
  ]
}

const heading = (draft: ExportDraft, remote: boolean): readonly string[] => [
  '@echo off',
  cmdComment(draft.title),
  cmdComment(`Made by the Activation Field Kit from a plan of ${draft.createdAt.slice(0, 10)}. For Windows 7 to 2025.`),
  'rem Run it as an administrator. A computer goes no further than the step that fails; it may be run again.',
  'rem It holds no password, no confirmation ID and no product key other than published client setup keys. What it',
  'rem asks for is shown while it is typed, and slmgr.vbs takes keys on its command line.',
  ...where(draft, remote),
  ...(draft.isLab
    ? ['rem The plan was made in the Lab: its computers are simulated. Change the names before you run it.']
    : []),
]

/** The whole file, with LF at the ends of its lines. */
export const commandFile = (draft: ExportDraft): string => {
  const remote = runsRemotely(draft)
  const steps = stepLines(draft)
  const onDemand = (call: string, lines: () => readonly string[]): readonly string[] =>
    steps.includes(call) ? ['', ...lines()] : []
  const finds = steps.includes('call :setupkey') || steps.includes('call :client')
  const lines = [
    ...heading(draft, remote),
    ...cmdOpening,
    'set "AFK_RESULT=1"',
    ...draft.questions.map(({ variable }) => `set "${variable}="`),
    ...(remote ? remoteCalls(draft) : localCalls(draft)),
    '',
    ':plan',
    'set "AFK_STEP=1"',
    ...(draft.fits === null ? [] : cmdUnless(draft.fits, 'misfit')),
    ...steps,
    'exit /b 0',
    '',
    ...cmdSubroutines,
    ...(finds ? ['', ...cmdFind] : []),
    ...onDemand('call :setupkey', setupKeyLines),
    ...onDemand('call :client', () => clientLines),
    ...onDemand('call :restart', () => restartLines),
    '',
    ...cmdTurnEnds,
    '',
    ...cmdEnding,
  ]
  return `${lines.join('\n')}\n`
}
