import type { Session } from 'electron'
import { isOurs } from './protocol.ts'

/**
 * The permissions our own pages may have, each with its use. All else is refused, including what a
 * later Chromium adds. Among what others allow, these are not needed:
 * - `openExternal`: no link of ours leads out of the app, so no address may start another
 *   program;
 * - `notifications`: main shows the reminders;
 * - `clipboard-read`: pasting by keyboard or menu asks for no permission;
 * - `fullscreen`: the menu and the window's own button do it;
 * - devices, files, camera, microphone, location: a book needs none.
 */
const ALLOWED: ReadonlySet<string> = new Set([
  // “Copy the details”, where a screen has failed. Text alone, and only right after the person
  // pressed something.
  'clipboard-sanitized-write',
])

/**
 * Gives the pages of a session what the table allows, and reports each refused permission by name.
 * A page that is not ours, or is embedded in another, gets nothing.
 */
export function limitPermissions(session: Session, refused: (permission: string) => void): void {
  const isAllowed = (permission: string, address: string, isMainFrame: boolean): boolean =>
    isMainFrame && isOurs(address) && ALLOWED.has(permission)
  session.setPermissionRequestHandler((_contents, permission, decide, { requestingUrl, isMainFrame }) => {
    const allowed = isAllowed(permission, requestingUrl, isMainFrame)
    if (!allowed) refused(permission)
    decide(allowed)
  })
  // Both handlers are needed: without this one `navigator.permissions.query` would still say
  // "granted".
  session.setPermissionCheckHandler((_contents, permission, origin, { isMainFrame }) =>
    isAllowed(permission, origin, isMainFrame),
  )
  session.setDevicePermissionHandler(() => false)
}
