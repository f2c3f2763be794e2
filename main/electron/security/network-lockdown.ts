import { app, type Session } from 'electron'
import { limitPermissions } from './permissions.ts'
import { isOurs } from './protocol.ts'

/**
 * Call it before `ready`. Some connections are made below all requests, where no session is asked:
 * the spelling dictionary that Electron fetches at every start whatever its windows say about
 * spelling, preconnects, downloads that main starts, WebRTC over TCP. Each names a host, if only by
 * number; so no host resolves.
 */
export function blockHosts(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
}

/**
 * Cuts a session off from everything but our own pages: no request leaves, no permission outside
 * the table is given, nothing is downloaded. Exports are written by main, not by the page.
 * `refused` receives the names of refused permissions.
 */
export function lockDown(session: Session, refused: (permission: string) => void = () => {}): void {
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !(isOurs(url) || isDeveloperTool(url)) }))
  limitPermissions(session, refused)
  session.on('will-download', event => event.preventDefault())
}

/**
 * True for an address of the developer tools, which load their own pages in the session of the page
 * they inspect. Never in the shipped app.
 */
export function isDeveloperTool(url: string): boolean {
  return !app.isPackaged && url.startsWith('devtools://')
}
