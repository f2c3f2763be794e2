; Macros that electron-builder's installer takes in place of its own.

; Only what the installer put there goes, name by name: a book, or anything else of a person in the
; same folder, stays. electron-builder's own uninstaller, which each update runs too, removes the
; whole folder. The program goes first: as long as it runs, it cannot be removed, and nothing is.
!macro customRemoveFiles
  SetOutPath $TEMP
  ClearErrors
  ${if} ${FileExists} "$INSTDIR\${APP_EXECUTABLE_FILENAME}"
    Delete "$INSTDIR\${APP_EXECUTABLE_FILENAME}"
    ${if} ${Errors}
      Abort "${APP_EXECUTABLE_FILENAME} is in use."
    ${endif}
  ${endif}
  Delete "$INSTDIR\resources\app.asar"
  RMDir "$INSTDIR\resources"
  Delete "$INSTDIR\locales\*.pak"
  RMDir "$INSTDIR\locales"
  Delete "$INSTDIR\bin\escrowbook.cmd"
  RMDir "$INSTDIR\bin"
  Delete "$INSTDIR\*.pak"
  Delete "$INSTDIR\*.dll"
  Delete "$INSTDIR\snapshot_blob.bin"
  Delete "$INSTDIR\v8_context_snapshot.bin"
  Delete "$INSTDIR\icudtl.dat"
  Delete "$INSTDIR\vk_swiftshader_icd.json"
  Delete "$INSTDIR\version"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\THIRD-PARTY.txt"
  Delete "$INSTDIR\LICENSE.electron.txt"
  Delete "$INSTDIR\LICENSES.chromium.html"
  Delete "$INSTDIR\uninstallerIcon.ico"
  Delete "$INSTDIR\${UNINSTALL_FILENAME}"
  RMDir "$INSTDIR"
!macroend

; There is no updater, so no copy of the installer is kept for one.
!macro removeUpdaterCopy
  Delete "$LOCALAPPDATA\escrowbook-updater\installer.exe"
  RMDir "$LOCALAPPDATA\escrowbook-updater"
!macroend

!macro customInstall
  !insertmacro removeUpdaterCopy
!macroend

!macro customUnInstall
  !insertmacro removeUpdaterCopy
!macroend

; For this person alone: nobody is asked for whom.
!macro customInstallMode
  StrCpy $isForceCurrentInstall "1"
!macroend
