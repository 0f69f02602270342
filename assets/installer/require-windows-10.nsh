; The app itself needs Windows 10 or Server 2016, as Electron does. Older Windows can be targets of the app, from another computer.
!macro customInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "Activation Field Kit needs Windows 10, Windows Server 2016 or later. Install it on another computer: from there it can manage this one over the network."
    Quit
  ${EndIf}
!macroend
