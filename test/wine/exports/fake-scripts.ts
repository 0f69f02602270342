/** The ID of the product that the fake computers have. */
export const productId = '2de67392-b7a7-462a-b1ca-108dd189f588'

const common = [
  'Option Explicit',
  'Dim shell, files, index, words',
  'Set shell = CreateObject("WScript.Shell")',
  'Set files = CreateObject("Scripting.FileSystemObject")',
  'Function Named(name)',
  // Wine leaves the zero at the end of the text.
  '  Named = Replace(shell.ExpandEnvironmentStrings("%" & name & "%"), Chr(0), "")',
  '  If Named = "%" & name & "%" Then Named = ""',
  'End Function',
  'Sub Note(line)',
  '  Dim log',
  '  Set log = files.OpenTextFile(Named("AFK_TEST_LOG"), 8)',
  '  log.WriteLine line',
  '  log.Close',
  'End Sub',
]

/** Notes its arguments and does nothing; on pc02 it fails at /skms, with exit code 5. */
export const fakeSlmgr: readonly string[] = [
  ...common,
  'words = "slmgr"',
  'For index = 0 To WScript.Arguments.Count - 1',
  '  words = words & "|" & WScript.Arguments(index)',
  'Next',
  'Note words',
  'If InStr(words, "|pc02|/skms|") > 0 Then WScript.Quit 5',
  'WScript.Quit 0',
]

/**
 * Answers for WMI from what slmgr was asked on the same computer: an edition with a published key, a MAK everywhere but on
 * pc03, and settings that are so once they were set.
 */
export const fakeReader: readonly string[] = [
  ...common,
  'Function Asked(words)',
  '  Dim log',
  '  Set log = files.OpenTextFile(Named("AFK_TEST_LOG"), 1)',
  '  Asked = "none"',
  '  If InStr(log.ReadAll, "slmgr|" & Named("AFK_REMOTE") & "|" & words) > 0 Then Asked = "some"',
  '  log.Close',
  'End Function',
  'Dim wql, state',
  'wql = Named("AFK_WQL")',
  'state = "none"',
  'If InStr(wql, "Win32_OperatingSystem") > 0 Then',
  '  WScript.Echo "10.0.19045 19045 48 "',
  '  state = "some"',
  `ElseIf InStr(wql, "'%MAK%'") > 0 Then`,
  '  If Named("AFK_REMOTE") = "pc03" Then state = "none" Else state = "some"',
  `ElseIf InStr(wql, "PartialProductKey = 'T83GX'") > 0 Then`,
  '  state = Asked("/ipk")',
  'ElseIf InStr(wql, "KeyManagementServiceMachine") > 0 Then',
  '  state = Asked("/skms")',
  'ElseIf InStr(wql, "LicenseStatus") > 0 Then',
  '  state = Asked("/ato")',
  'ElseIf InStr(wql, "VOLUME_KMSCLIENT") > 0 Then',
  `  WScript.Echo "${productId} "`,
  '  state = "some"',
  'Else',
  '  Note "wql|" & wql',
  'End If',
  'If state = Named("AFK_EXPECT") Then WScript.Quit 7',
  'WScript.Quit 8',
]
