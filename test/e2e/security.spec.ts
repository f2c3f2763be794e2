import type { ElectronApplication } from '@playwright/test'
import { expect, test } from './beside-a-server.ts'

const HOME = 'app://escrowbook/'

test('the page loads without breaking its own content security policy', async ({ app, page }) => {
  await app.context().addInitScript(() => {
    const violations: string[] = []
    document.addEventListener('securitypolicyviolation', event => violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`))
    Object.assign(globalThis, { violations })
  })
  await page.reload()
  await expect(page.getByRole('main')).toBeVisible()
  expect(await page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations)).toEqual([])
  expect(await page.evaluate(() => document.fonts.load('16px "Inter Variable"').then(faces => faces.length))).toBeGreaterThan(0)
})

test('the page is given exactly the bridge and nothing of Node', async ({ app, page }) => {
  const seen = await page.evaluate(() => ({
    bridge: Object.keys((globalThis as unknown as { escrowbook: object }).escrowbook).sort(),
    node: ['require', 'process', 'module', 'Buffer', 'global'].filter(name => name in globalThis),
  }))
  expect(seen).toEqual({ bridge: ['execute', 'on', 'query'], node: [] })
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    return contents.getLastWebPreferences()
  })
  expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true })
})

const elsewhere = (server: string): string[] => [
  `http://${server}/`,
  `http://escrowbook@${server}/`,
  `app://escrowbook@${server}/`,
  `app://${server}/`,
  'app://escrowbook.example/',
  'app://escrowbook:80/',
  'app://evil/escrowbook/',
  'https://escrowbook/',
  'file:///etc/hosts',
  'data:text/html,<h1>taken</h1>',
  'about:blank',
  'chrome://version/',
  'devtools://devtools/bundled/inspector.html',
  'view-source:app://escrowbook/',
  'javascript:document.body.textContent="taken"',
]

// Asked of the main process: Playwright itself waits for a navigation that was begun, though it was refused.
const shown = (app: ElectronApplication): Promise<{ contents: number; address: string | undefined; ours: unknown; frames: unknown[] }> =>
  app.evaluate(async ({ webContents, BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    return {
      contents: webContents.getAllWebContents().length,
      address: contents?.getURL(),
      ours: await contents?.executeJavaScript('document.querySelector("main") !== null && !document.body.textContent.includes("taken")'),
      frames: await Promise.all(
        contents?.mainFrame.framesInSubtree.slice(1).map(frame => frame.executeJavaScript('document.documentElement.textContent')) ?? [],
      ),
    }
  })

test('no address, however alike, is navigated to', async ({ app, page, server }) => {
  for (const address of elsewhere(server)) {
    await page.evaluate(target => {
      location.href = target
      const link = Object.assign(document.createElement('a'), { href: target })
      document.body.append(link)
      link.click()
      link.remove()
    }, address)
    await new Promise(done => setTimeout(done, 50))
    // Polled: about:blank is not refused but left again.
    await expect.poll(() => shown(app), address).toEqual({ contents: 1, address: HOME, ours: true, frames: [] })
  }
})

test('no window is opened and no page embedded', async ({ app, page, server }) => {
  for (const address of [HOME, ...elsewhere(server)]) {
    const opened = await page.evaluate(target => {
      const link = Object.assign(document.createElement('a'), { href: target, target: '_blank', rel: 'opener' })
      document.body.append(link)
      link.click()
      link.remove()
      const form = Object.assign(document.createElement('form'), { action: target, method: 'post', target: '_blank' })
      document.body.append(form)
      form.submit()
      form.remove()
      document.body.append(Object.assign(document.createElement('iframe'), { src: target }))
      return window.open(target) !== null
    }, address)
    expect(opened, address).toBe(false)
  }
  await new Promise(done => setTimeout(done, 200))
  const { frames, ...rest } = await shown(app)
  expect(rest).toEqual({ contents: 1, address: HOME, ours: true })
  expect(frames.filter(text => text !== '')).toEqual([])
})

test('no text becomes code or style', async ({ page }) => {
  const became = await page.evaluate(async () => {
    const marks = globalThis as unknown as Record<string, unknown>
    // In a task of its own: what the test itself evaluates is exempt from the policy.
    await new Promise<void>(done =>
      setTimeout(() => {
        // biome-ignore lint/security/noGlobalEval: the attack itself.
        for (const run of [() => globalThis.eval('marked = "eval"'), () => new Function('marked = "Function"')()]) {
          try {
            run()
          } catch {
            // Refused, as it should be.
          }
        }
        done()
      }, 0),
    )
    const script = Object.assign(document.createElement('script'), { textContent: 'marked = "script"' })
    const style = Object.assign(document.createElement('style'), { textContent: 'main { outline: 7px solid red }' })
    document.head.append(script, style)
    document.body.insertAdjacentHTML('beforeend', '<img src="nowhere:" onerror="marked = \'handler\'">')
    await new Promise(done => setTimeout(done, 100))
    const main = document.querySelector('main')
    return { marked: marks['marked'], outline: main === null ? '' : getComputedStyle(main).outlineWidth }
  })
  expect(became.marked).toBeUndefined()
  expect(became.outline).not.toBe('7px')
})

test('every permission is denied', async ({ page }) => {
  const answers = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read', 'clipboard-write', 'persistent-storage']
    const states = await Promise.all(names.map(name => navigator.permissions.query({ name: name as PermissionName }).then(found => found.state)))
    return {
      states: [...new Set(states)],
      notification: await Notification.requestPermission(),
      media: await navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'given',
        () => 'denied',
      ),
    }
  })
  expect(answers).toEqual({ states: ['denied'], notification: 'denied', media: 'denied' })
})

test('nothing is downloaded by the page', async ({ app, page }) => {
  await app.evaluate(({ session }) => {
    const downloads = Object.assign(globalThis, { downloads: [] as boolean[] }).downloads
    session.defaultSession.on('will-download', event => downloads.push(event.defaultPrevented))
  })
  await page.evaluate(() => {
    const address = URL.createObjectURL(new Blob(['text']))
    for (const href of [address, 'data:text/plain,text', 'app://escrowbook/'])
      Object.assign(document.createElement('a'), { href, download: 'book.txt' }).click()
  })
  await new Promise(done => setTimeout(done, 500))
  // Either none was begun or each was refused.
  expect(await app.evaluate(() => (globalThis as unknown as { downloads: boolean[] }).downloads.filter(refused => !refused))).toEqual([])
})
