/** The script by which a command file asks WMI. It is written to the folder for temporary files and deleted afterwards. */
const reader: readonly string[] = [
  'Option Explicit',
  'Dim shell, locator, services, row, state',
  'Set shell = CreateObject("WScript.Shell")',
  'If Len(Named("AFK_CHECK")) = 0 Then AskWmi Else LookAtTyped',
  'Sub LookAtTyped',
  '  Dim typed, wanted',
  '  typed = Trim(Named(Named("AFK_CHECK")))',
  '  wanted = Named("AFK_END")',
  '  If InStr(typed, Chr(34)) = 0 And UCase(Right(typed, Len(wanted))) = UCase(wanted) Then WScript.Quit 7',
  '  WScript.Quit 8',
  'End Sub',
  'Sub AskWmi',
  'If Named("AFK_REMOTE") = "" Then',
  String.raw`  Set services = GetObject("winmgmts:\\.\root\cimv2")`,
  'Else',
  '  Set locator = CreateObject("WbemScripting.SWbemLocator")',
  String.raw`  Set services = locator.ConnectServer(Named("AFK_REMOTE"), "root\cimv2", Named("AFK_USER"), Named("AFK_PASSWORD"))`,
  '  services.Security_.ImpersonationLevel = 3',
  '  services.Security_.AuthenticationLevel = 6',
  'End If',
  'state = "none"',
  'For Each row In services.ExecQuery(Named("AFK_WQL"))',
  '  state = "some"',
  'Next',
  'If state = Named("AFK_EXPECT") Then WScript.Quit 7',
  'WScript.Quit 8',
  'End Sub',
  'Function Named(name)',
  '  Named = Replace(shell.ExpandEnvironmentStrings("%" + name + "%"), Chr(0), "")',
  '  If Named = "%" + name + "%" Then Named = ""',
  'End Function',
]

/** Parentheses and quotes mean nothing to echo outside a block; none of the lines has any other sign of cmd. */
const written = (line: string, index: number): string =>
  `${index === 0 ? '>' : '>>'}"%AFK_READER%" echo ${line.replaceAll('%', '%%')}`

/** The beginning: programs by their full paths, and the check of rights. */
export const cmdOpening: readonly string[] = [
  'setlocal EnableExtensions EnableDelayedExpansion',
  String.raw`set "AFK_CSCRIPT=%SystemRoot%\System32\cscript.exe"`,
  String.raw`set "AFK_SLMGR=%SystemRoot%\System32\slmgr.vbs"`,
  String.raw`set "AFK_READER=%TEMP%\activation-plan-%RANDOM%%RANDOM%.vbs"`,
  'set "AFK_REMOTE="',
  'set "AFK_WORDS="',
  'set "AFK_USER="',
  'set "AFK_PASSWORD="',
  'set "AFK_ASKED="',
  'set "AFK_CHECK="',
  String.raw`"%SystemRoot%\System32\reg.exe" query "HKU\S-1-5-19" >nul 2>&1`,
  'if not errorlevel 1 goto elevated',
  'echo Nothing was changed: administrator rights are missing.',
  'echo Right-click this file and choose "Run as administrator".',
  'exit /b 5',
  ':elevated',
  'rem Asks WMI whether a step worked: slmgr.vbs ends with 0 also where it did nothing.',
  ...reader.map(written),
]

/** Asks once for the account on other computers. */
export const cmdAccount: readonly string[] = [
  ':account',
  'if defined AFK_ASKED exit /b 0',
  'set "AFK_ASKED=1"',
  'echo For another computer slmgr.vbs takes the password on its command line, where programs on this',
  'echo computer can read it. It is better to run this file at the computer itself.',
  'set /p "AFK_USER=User name (DOMAIN\\user), or nothing for your own account: "',
  'if not defined AFK_USER exit /b 0',
  'set /p "AFK_PASSWORD=Password (it is shown while you type): "',
  'exit /b 0',
]

/** Subroutines that steps call. */
export const cmdSubroutines: readonly string[] = [
  ':ask',
  'if defined %~1 exit /b 0',
  'set /p "%~1=!AFK_PROMPT!: "',
  'if not defined %~1 goto nothing',
  'set "AFK_CHECK=%~1"',
  '"%AFK_CSCRIPT%" //nologo "%AFK_READER%"',
  'set "AFK_CODE=!ERRORLEVEL!"',
  'set "AFK_CHECK="',
  'if "!AFK_CODE!"=="7" exit /b 0',
  'set "%~1="',
  'echo What was typed has a double quote in it, or does not end in !AFK_END!.',
  'exit /b 1',
  ':nothing',
  'echo Nothing was typed.',
  'exit /b 1',
  '',
  ':prove',
  '"%AFK_CSCRIPT%" //nologo "%AFK_READER%"',
  'if "!ERRORLEVEL!"=="7" exit /b 0',
  'echo !AFK_OTHERWISE!',
  'exit /b 1',
]

/** What a step that failed leads to. */
export const cmdFailed: readonly string[] = [
  ':failed',
  'echo Stopped at step !AFK_STEP! on !AFK_NAME!. The steps after it were not done.',
  'exit /b 1',
]

/** The end of the file. */
export const cmdEnding: readonly string[] = [
  ':end',
  'del "%AFK_READER%" >nul 2>&1',
  'if "!AFK_RESULT!"=="0" (echo Done.) else (echo Not everything was done. Read the lines above.)',
  'exit /b !AFK_RESULT!',
]
