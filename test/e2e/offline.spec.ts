import { expect, test } from './beside-a-server.ts'

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
