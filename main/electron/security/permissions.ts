import type { Session } from 'electron'
import { isOurs } from './protocol.ts'

/**
 * What our own pages may have of what Chromium asks about, each with what it is for. All else is
 * refused, also what a later Chromium thinks of; of what others allow we do without
 * - `openExternal`: no link of ours leads out of the app, so no address may start another
 *   program;
 * - `notifications`: reminders are shown by main;
 * - `clipboard-read`: who pastes does so by keyboard or menu, which asks nobody;
 * - `fullscreen`: the menu and the window's own button do it;
 * - devices, files, camera, microphone and place: a book needs none.
 */
const ALLOWED: ReadonlySet<string> = new Set([
  // “Copy the details”, where a screen has failed. Text alone, and only right after the person
  // pressed something.
  'clipboard-sanitized-write',
])

/**
 * Gives the pages of a session what the table allows, and tells what was refused by name. A page
 * that is not ours, or lies within another, gets nothing.
 */
export function limitPermissions(session: Session, refused: (permission: string) => void): void {
  const isAllowed = (permission: string, address: string, isMainFrame: boolean): boolean =>
    isMainFrame && isOurs(address) && ALLOWED.has(permission)
  session.setPermissionRequestHandler((_contents, permission, decide, { requestingUrl, isMainFrame }) => {
    const allowed = isAllowed(permission, requestingUrl, isMainFrame)
    if (!allowed) refused(permission)
    decide(allowed)
  })
  // Both are needed: without this one `navigator.permissions.query` would still say "granted".
  session.setPermissionCheckHandler((_contents, permission, origin, { isMainFrame }) =>
    isAllowed(permission, origin, isMainFrame),
  )
  session.setDevicePermissionHandler(() => false)
}
