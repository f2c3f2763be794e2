/** The Electron that the setup prepared. */
export function electronPath(): string {
  const path = process.env['ESCROWBOOK_ELECTRON']
  if (path === undefined) throw new Error('run the end-to-end tests through Playwright: npm run e2e')
  return path
}
