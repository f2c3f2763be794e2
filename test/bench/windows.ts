import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { launchFlags } from '../../tools/launch-flags.mjs'

/**
 * An app started as a separate process: that process, its page, and when it was started
 * (`Date.now()`).
 */
export interface OpenedApp {
  readonly begun: number
  readonly process: ChildProcess
  readonly page: Page
  close(): Promise<void>
}

/** A minimal Electron window with one line of text: the cost of any app. */
const EMPTY_APP = `
import { app, BrowserWindow } from 'electron'
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } }).loadURL('data:text/html,<p>Empty</p>'))
app.on('window-all-closed', () => app.quit())
`

/**
 * A page as locked down as ours, with one call: main returns the message and, for `append`, first
 * writes and syncs 400 bytes.
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

/** Writes the minimal app into a folder and returns the folder. */
export async function emptyApp(scratch: string): Promise<string> {
  return written(join(scratch, 'empty'), { 'main.js': EMPTY_APP })
}

/**
 * Writes the echoing app into a folder and returns the folder. The app appends to the file that the
 * environment names in `ECHO_FILE`.
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
 * Starts an app, leaves it alone for this many milliseconds, then connects to its page over the
 * DevTools protocol.
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

/** The address of the app's DevTools endpoint. */
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
