import { app, type Session } from 'electron'
import { limitPermissions } from './permissions.ts'
import { isOurs } from './protocol.ts'

/**
 * Must be called before `ready`. Some connections are made beneath all requests, where no session
 * is asked: for the spelling dictionary that Electron wants at every start, whatever its windows
 * say about spelling; for a preconnect; for a download that main begins; for WebRTC over TCP. Each
 * names a host, be it by number; so here no host has an address.
 */
export function blockHosts(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
}

/**
 * Cuts a session off from everything but our own pages: no request leaves, no permission is given
 * that the table does not name, nothing is downloaded. Exports are written by main, not by the
 * page. `refused` is told the names of permissions that were asked for and not given.
 */
export function lockDown(session: Session, refused: (permission: string) => void = () => {}): void {
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !(isOurs(url) || isDeveloperTool(url)) }))
  limitPermissions(session, refused)
  session.on('will-download', event => event.preventDefault())
}

/**
 * Whether an address is one of the developer tools, which load their own pages in the session of
 * the page they look at. Never in the shipped app.
 */
export function isDeveloperTool(url: string): boolean {
  return !app.isPackaged && url.startsWith('devtools://')
}
