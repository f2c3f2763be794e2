import { setTimeout as wait } from 'node:timers/promises'
import { app, BrowserWindow, nativeTheme, type WebPreferences } from 'electron'
import { ORIGIN } from '../security/protocol.ts'
import { showWhenReady } from './showing.ts'
import { saveBounds, savedBounds } from './window-bounds.ts'

// The token --paper of each theme, so that nothing flashes before the page paints. A window takes
// no OKLCH.
const PAPER = { light: '#f8f6ee', dark: '#151a22' } as const

/** A window that is not shown by then is held back by something. */
const UNSEEN_MS = 4_000
/** The time from showing a window to its first frames on screen. */
const FIRST_FRAMES_MS = 150

/** The rights of any page of ours: nothing but the bridge. */
export function pageRights(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    devTools: !app.isPackaged,
    // Without a dictionary, which would have to be downloaded, it would mark nothing.
    spellcheck: false,
  }
}

/**
 * Creates the app's window: sandboxed, isolated, at its last bounds, shown only once there is
 * something to see. `boundsFile` is the file that remembers the bounds.
 */
export function createWindow(preload: string, boundsFile: string): BrowserWindow {
  const { maximized, ...bounds } = savedBounds(boundsFile)
  const window = new BrowserWindow({
    title: 'Escrowbook',
    ...bounds,
    minWidth: 480,
    minHeight: 400,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    webPreferences: pageRights(preload),
  })
  saveBounds(window, boundsFile, maximized)
  showWhenReady(window, maximized)
  return window
}

/**
 * Resolves once the page is on screen, or after a while in any case: the book must be read even if
 * nobody can see it.
 */
export async function painted(window: BrowserWindow): Promise<void> {
  if (!window.isVisible()) {
    await new Promise<void>(resolve => {
      for (const name of ['show', 'closed'] as const) window.once(name as 'show', resolve)
      setTimeout(resolve, UNSEEN_MS)
    })
  }
  await wait(FIRST_FRAMES_MS)
}

/**
 * Loads our page into a window. Not failures: a reload before the page is there, which ends the
 * first load and takes over, and a window closed meanwhile.
 */
export async function loadPage(window: BrowserWindow): Promise<void> {
  let isClosing = false
  window.once('close', () => {
    isClosing = true
  })
  try {
    await window.loadURL(`${ORIGIN}/`)
  } catch (problem) {
    const isAborted = problem instanceof Error && 'code' in problem && problem.code === 'ERR_ABORTED'
    if (!isAborted && !isClosing && !window.isDestroyed()) throw problem
  }
}
