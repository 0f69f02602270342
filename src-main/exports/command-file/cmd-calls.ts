import type { ExportDraft } from '../export-source.ts'
import { cmdComment, cmdEcho } from './cmd-text.ts'

/** The name by which Windows knows a computer in %COMPUTERNAME%: 15 characters at most; null for an address. */
const shortName = (name: string): string | null =>
  /^[\d.]+$|:/.test(name) ? null : (name.split('.')[0] ?? name).slice(0, 15).toUpperCase()

/** `call` reads its line twice, so that nothing but the signs of names and addresses may stand there. */
const isName = (name: string): boolean => /^[\w.:-]+$/.test(name)

const stopLines = ({ policy: { stopAfter } }: ExportDraft): readonly string[] =>
  stopAfter === null
    ? []
    : [
        `if !AFK_FAILED! lss ${stopAfter} goto counted`,
        'set "AFK_STOP=1"',
        'echo No further computer is begun.',
        ':counted',
      ]

const firstLines = ({ policy: { first }, computers }: ExportDraft): readonly string[] =>
  first === null || first >= computers.length
    ? []
    : [
        'if defined AFK_STOP exit /b 0',
        'set /a AFK_TURNS=AFK_DONE+AFK_LEFT+AFK_FAILED',
        `if not "!AFK_TURNS!"=="${first}" exit /b 0`,
        cmdEcho(
          `The first ${first} of ${computers.length} computers have had their turn: look at what became of them.`,
        ),
        'set "AFK_ANSWER="',
        'set /p "AFK_ANSWER=Type yes to go on with the rest: "',
        'if /i not "!AFK_ANSWER!"=="yes" set "AFK_STOP=1"',
      ]

/** Every computer has its turn over the network, one after the other; a plan for one is the same with one call. */
export const remoteCalls = (draft: ExportDraft): readonly string[] => [
  ...draft.computers.map(({ name, isThisComputer }) => {
    if (isThisComputer) return 'call :turn "" ""'
    return isName(name)
      ? `call :turn "${name}" "${shortName(name) ?? ''}"`
      : cmdEcho(`Do this computer by hand, for its name has signs that a command file cannot hold: ${name}`)
  }),
  'set "AFK_RESULT=0"',
  'if defined AFK_STOP set "AFK_RESULT=1"',
  'goto end',
  '',
  ':turn',
  'if defined AFK_STOP exit /b 0',
  'call :computer "%~1" "%~2"',
  'set "AFK_CODE=!ERRORLEVEL!"',
  'if "!AFK_CODE!"=="0" (set /a AFK_DONE+=1) else if "!AFK_CODE!"=="3" (set /a AFK_LEFT+=1) else (set /a AFK_FAILED+=1)',
  ...stopLines(draft),
  ...firstLines(draft),
  'exit /b 0',
  '',
  ':computer',
  'set "AFK_REMOTE=%~1"',
  'set "AFK_WORDS="',
  'if /i "%COMPUTERNAME%"=="%~2" set "AFK_REMOTE="',
  'set "AFK_NAME=!AFK_REMOTE!"',
  'if not defined AFK_REMOTE set "AFK_NAME=%COMPUTERNAME%"',
  ...(draft.computers.length > 1 ? ['echo.', 'echo --- !AFK_NAME!'] : []),
  'if defined AFK_REMOTE set AFK_WORDS="!AFK_REMOTE!"',
  'goto plan',
]

/** A plan with steps that slmgr.vbs does not do is run at each of its computers, and nowhere else by mistake. */
export const localCalls = (draft: ExportDraft): readonly string[] => {
  const names = draft.computers.map(({ name }) => shortName(name))
  const known = names.filter((name) => name !== null && isName(name))
  const more = known.length > 5 ? ` and ${known.length - 5} more` : ''
  const check =
    known.length < names.length
      ? [cmdComment('It has computers that are known by no name: at which computer it runs is not looked at.')]
      : [
          'if /i "%~1"=="here" goto right',
          ...known.map((name) => `if /i "%COMPUTERNAME%"=="${name}" goto right`),
          cmdEcho(
            `Nothing was changed: this file is for ${known.slice(0, 5).join(', ')}${more}, and this computer is another one.`,
          ),
          'echo To run it here all the same, write the word here behind its name.',
          'goto end',
          ':right',
        ]
  return [
    ...check,
    'set "AFK_NAME=%COMPUTERNAME%"',
    'set "AFK_RESULT=0"',
    'call :plan',
    'set "AFK_CODE=!ERRORLEVEL!"',
    'if "!AFK_CODE!"=="0" (set "AFK_DONE=1") else if "!AFK_CODE!"=="3" (set "AFK_LEFT=1") else (set "AFK_FAILED=1")',
    'goto end',
  ]
}
