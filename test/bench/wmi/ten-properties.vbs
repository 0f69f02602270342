' Reads the ten properties as a script does; what the bench holds a warm engine against.
Dim service, rows, row
Set service = GetObject("winmgmts:\\.\root\cimv2")
Set rows = service.ExecQuery("SELECT Caption, Version, BuildNumber, CSName, OSArchitecture, SystemDirectory, WindowsDirectory, LastBootUpTime, Locale, ProductType FROM Win32_OperatingSystem")
For Each row In rows
  WScript.Echo row.Caption & " " & row.Version & " " & row.BuildNumber & " " & row.CSName & " " & row.OSArchitecture & " " & row.SystemDirectory & " " & row.WindowsDirectory & " " & row.LastBootUpTime & " " & row.Locale & " " & row.ProductType
Next
