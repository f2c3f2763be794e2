import { setTimeout as wait } from 'node:timers/promises'
import { app, BrowserWindow, nativeTheme, type WebPreferences } from 'electron'
import { ORIGIN } from '../security/protocol.ts'
import { showWhenReady } from './showing.ts'
import { saveBounds, savedBounds } from './window-bounds.ts'

// The token --paper of each theme, so that nothing flashes before the page has painted. A window
// takes no OKLCH.
const PAPER = { light: '#f8f6ee', dark: '#151a22' } as const

/** A window is shown before this, or something keeps it. */
const UNSEEN_MS = 4_000
/** From showing a window to its first frames on the screen. */
const FIRST_FRAMES_MS = 150

/** What any page of ours may do: nothing but speak over the bridge. */
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
 * The app's window: sandboxed, isolated, where it was the last time, and shown only once there is
 * something to see. `place` is the file that remembers where.
 */
export function createWindow(preload: string, place: string): BrowserWindow {
  const { maximized, ...bounds } = savedBounds(place)
  const window = new BrowserWindow({
    title: 'Escrowbook',
    ...bounds,
    minWidth: 480,
    minHeight: 400,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    webPreferences: pageRights(preload),
  })
  // A window that was never shown has no bounds to save, nor is it maximized yet.
  window.once('show', () => saveBounds(window, place))
  showWhenReady(window, maximized)
  return window
}

/**
 * Resolves once the page is on the screen; after a while in any case, for the book must be read
 * whether or not there is anyone to see it.
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
 * Loads our page into a window. No failure: a reload before it is there, which ends the first load
 * and takes over, and a window that is closed meanwhile.
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
