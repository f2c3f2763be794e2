import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { launchFlags } from '../../tools/launch-flags.mjs'

/**
 * An app that was started from outside: its process, its page, and the moment (`Date.now()`) it was
 * started.
 */
export interface OpenedApp {
  readonly begun: number
  readonly process: ChildProcess
  readonly page: Page
  close(): Promise<void>
}

/** A window of Electron's own with one line of text: what any app costs before it does anything. */
const EMPTY_APP = `
import { app, BrowserWindow } from 'electron'
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } }).loadURL('data:text/html,<p>Empty</p>'))
app.on('window-all-closed', () => app.quit())
`

/**
 * A page with one call over the bridge, as sealed off as ours: main gives the message back, and
 * with `append` writes 400 bytes and syncs them before.
 */
const ECHO_APP = `
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { app, BrowserWindow, ipcMain } from 'electron'
const line = Buffer.alloc(400, 'x')
const file = openSync(process.env['ECHO_FILE'], 'a')
ipcMain.handle('echo', (_event, message) => message)
ipcMain.handle('append', (_event, message) => {
  writeSync(file, line)
  fsyncSync(file)
  return message
})
app.whenReady().then(() =>
  new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true, preload: join(import.meta.dirname, 'preload.cjs') } }).loadFile(join(import.meta.dirname, 'page.html')),
)
app.on('window-all-closed', () => app.quit())
app.on('quit', () => closeSync(file))
`
const ECHO_PRELOAD = `
const { contextBridge, ipcRenderer } = require('electron')
contextBridge.exposeInMainWorld('peer', { echo: message => ipcRenderer.invoke('echo', message), append: message => ipcRenderer.invoke('append', message) })
`

/** Writes the empty app into a folder and gives back where. */
export async function emptyApp(scratch: string): Promise<string> {
  return written(join(scratch, 'empty'), { 'main.js': EMPTY_APP })
}

/**
 * Writes the app that only echoes into a folder and gives back where; `ECHO_FILE` in its
 * environment is what it appends to.
 */
export async function echoApp(scratch: string): Promise<string> {
  return written(join(scratch, 'echo'), {
    'main.js': ECHO_APP,
    'preload.cjs': ECHO_PRELOAD,
    'page.html': '<p>Echo</p>',
  })
}

async function written(folder: string, files: Readonly<Record<string, string>>): Promise<string> {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'package.json'), '{ "type": "module", "main": "main.js" }')
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  return folder
}

/**
 * Starts an app and reaches into its page over Chromium's own port, once it has been left alone for
 * so many milliseconds.
 */
export async function openApp(
  electron: string,
  app: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  aloneMs = 0,
): Promise<OpenedApp> {
  const begun = Date.now()
  const child = spawn(electron, [app, ...launchFlags(), '--remote-debugging-port=0', ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise(done => child.once('close', done))
  try {
    const address = await developerTools(child)
    await new Promise(done => setTimeout(done, aloneMs))
    const browser = await chromium.connectOverCDP(address)
    const page = browser.contexts()[0]?.pages()[0] ?? (await browser.contexts()[0]?.waitForEvent('page'))
    if (page === undefined) throw new Error('no page')
    const close = async (): Promise<void> => {
      await browser.close()
      child.kill()
      await ended
    }
    return { begun, process: child, page, close }
  } catch (problem) {
    child.kill()
    await ended
    throw problem
  }
}

/** Resolves to the address that Chromium's developer tools listen on. */
function developerTools(app: ChildProcess): Promise<string> {
  return new Promise((done, failed) => {
    let printed = ''
    app.stderr?.on('data', (text: Buffer) => {
      printed += text.toString()
      const address = /DevTools listening on (ws:\S+)/.exec(printed)?.[1]
      if (address !== undefined) done(address)
    })
    app.once('close', () => failed(new Error(`ended before it had a window: ${printed}`)))
  })
}
