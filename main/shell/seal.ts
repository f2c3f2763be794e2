import { app, type Session } from 'electron'
import { isOurs } from './protocol.ts'

/** Cuts a session off from everything but our own pages: no request leaves, no permission is given, nothing is downloaded. Exports are written by main, not by the page. */
export function seal(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !(isOurs(url) || isDeveloperTool(url)) }))
  // Both are needed: without the check handler `navigator.permissions.query` would still say "granted".
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', event => event.preventDefault())
}

/** Whether an address is one of the developer tools, which load their own pages in the session of the page they look at. Never in the shipped app. */
export function isDeveloperTool(url: string): boolean {
  return !app.isPackaged && url.startsWith('devtools://')
}
