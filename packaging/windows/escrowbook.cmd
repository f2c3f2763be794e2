@echo off
rem The command escrowbook on a terminal (docs/command-line.md). The program has a window, so a terminal
rem would not wait for it by itself.
start "" /b /wait "%~dp0..\Escrowbook.exe" %*
exit /b %errorlevel%
