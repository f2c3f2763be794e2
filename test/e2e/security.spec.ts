import type { ElectronApplication } from '@playwright/test'
import { test as base, expect } from './fixture.ts'
import { countingServer } from './local-server.ts'

const HOME = 'app://escrowbook/'

/** Each attack runs beside a server on this computer that must never hear of it. */
const test = base.extend<{ server: string }>({
  server: async ({ page }, use) => {
    await expect(page.getByRole('main')).toBeVisible()
    const server = await countingServer()
    await use(server.address)
    expect(server.hits(), 'connections that reached the server').toBe(0)
    await server.close()
  },
})

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

test('no request leaves the page', async ({ page, server }) => {
  const reached = await page.evaluate(async target => {
    const http = `http://${target}/`
    const loaded = (element: HTMLElement): Promise<boolean> =>
      new Promise(done => {
        element.addEventListener('load', () => done(true))
        element.addEventListener('error', () => done(false))
        document.head.append(element)
        setTimeout(() => done(false), 500)
      })
    const socket = (): Promise<boolean> =>
      new Promise(done => {
        const opened = new WebSocket(`ws://${target}/`)
        opened.onopen = () => done(true)
        opened.onerror = () => done(false)
      })
    const tries: Record<string, () => boolean | Promise<boolean>> = {
      fetch: () => fetch(http).then(() => true),
      'fetch of our own files': () => fetch('app://escrowbook/').then(() => true),
      'fetch of a file': () => fetch('file:///etc/hosts').then(() => true),
      image: () => loaded(Object.assign(new Image(), { src: http })),
      script: () => loaded(Object.assign(document.createElement('script'), { src: http })),
      style: () => loaded(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: http })),
      prefetch: () => loaded(Object.assign(document.createElement('link'), { rel: 'prefetch', href: http })),
      preconnect: () => loaded(Object.assign(document.createElement('link'), { rel: 'preconnect', href: http })),
      module: () => import(/* @vite-ignore */ http).then(() => true),
      socket,
      worker: () => new Promise(done => Object.assign(new Worker(http), { onmessage: () => done(true), onerror: () => done(false) })),
      beacon: () => navigator.sendBeacon(http) && false,
    }
    const reached: string[] = []
    for (const [name, attempt] of Object.entries(tries)) {
      try {
        if (await attempt()) reached.push(name)
      } catch {
        // Refused, as it should be.
      }
    }
    return reached
  }, server)
  expect(reached).toEqual([])
})

test('no request leaves the main process through a session', async ({ app, server }) => {
  const reached = await app.evaluate(async ({ net, session, BrowserWindow }, target) => {
    const http = `http://${target}/`
    const hidden = new BrowserWindow({ show: false })
    const tries = {
      'net.fetch': () => net.fetch(http),
      'the session': () => session.defaultSession.fetch(http),
      'another session': () => session.fromPartition('another').fetch(http),
      'a lasting session': () => session.fromPartition('persist:another').fetch(http),
      loadURL: () => hidden.loadURL(http),
    }
    const reached: string[] = []
    for (const [name, attempt] of Object.entries(tries)) {
      await attempt().then(
        () => reached.push(name),
        () => {},
      )
    }
    hidden.destroy()
    return reached
  }, server)
  expect(reached).toEqual([])
})

test('our own protocol serves our pages and nothing else', async ({ app }) => {
  const answers = await app.evaluate(async ({ session }) => {
    const status = (address: string): Promise<number | string> => session.defaultSession.fetch(address).then(answer => answer.status, String)
    const answer = await session.defaultSession.fetch('app://escrowbook/')
    return {
      policy: answer.headers.get('content-security-policy'),
      home: answer.status,
      refused: await Promise.all(
        [
          'app://escrowbook/../main/index.js',
          'app://escrowbook/..%2fmain%2findex.js',
          'app://escrowbook/%2e%2e/main/index.js',
          'app://escrowbook/..%5cmain%5cindex.js',
          'app://escrowbook/%2fetc%2fhosts',
          'app://escrowbook/%00index.html',
          'app://escrowbook/%E0%A4%A',
          'app://escrowbook/nothing.js',
        ].map(status),
      ),
    }
  })
  expect(answers.home).toBe(200)
  expect(answers.policy).toMatch(/^default-src 'none'; script-src 'self'; /)
  expect(answers.policy).not.toContain('unsafe')
  expect(new Set(answers.refused)).toEqual(new Set([404]))
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
