import { app, BrowserWindow, nativeTheme, screen, type WebPreferences } from 'electron'
import { ORIGIN } from './protocol.ts'

// The token --paper of each theme, so that nothing flashes before the page has painted. A window takes no OKLCH.
const PAPER = { light: '#f8f6ee', dark: '#151a22' } as const

const SIZE = { width: 1280, height: 800 } as const

/** What any page of ours may do: nothing but speak over the bridge. */
export function pageRights(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    devTools: !app.isPackaged,
    // Its dictionaries would be downloaded.
    spellcheck: false,
  }
}

/** The app's window: sandboxed, isolated, and shown only once there is something to see. */
export function createWindow(preload: string): BrowserWindow {
  const { workAreaSize } = screen.getPrimaryDisplay()
  const window = new BrowserWindow({
    title: 'Escrowbook',
    width: Math.min(SIZE.width, workAreaSize.width),
    height: Math.min(SIZE.height, workAreaSize.height),
    minWidth: 480,
    minHeight: 400,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    webPreferences: pageRights(preload),
  })
  const show = (): void => {
    if (!window.isDestroyed() && !window.isVisible()) window.show()
  }
  window.once('ready-to-show', show)
  // Under Wayland `ready-to-show` may never come for a hidden window.
  window.webContents.once('did-finish-load', show)
  return window
}

/** Loads our page into a window. A reload before it is there ends the first load and takes over, which is no failure. */
export async function loadPage(window: BrowserWindow): Promise<void> {
  try {
    await window.loadURL(`${ORIGIN}/`)
  } catch (problem) {
    if (!(problem instanceof Error && 'code' in problem && problem.code === 'ERR_ABORTED')) throw problem
  }
}
