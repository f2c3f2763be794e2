import { join } from 'node:path'
import { expect, test } from './beside-a-server.ts'
import { accepted, execute, openContract } from './bridge.ts'

test('nothing that a page can do reaches another computer', async ({ page, server }) => {
  test.setTimeout(90_000)
  const reached = await page.evaluate(async target => {
    const http = `http://${target}/`
    const loaded = (element: HTMLElement): Promise<boolean> =>
      new Promise(done => {
        element.addEventListener('load', () => done(true))
        element.addEventListener('error', () => done(false))
        document.head.append(element)
        setTimeout(() => done(false), 300)
      })
    const socket = (): Promise<boolean> =>
      new Promise(done => {
        const opened = new WebSocket(`ws://${target}/`)
        opened.onopen = () => done(true)
        opened.onerror = () => done(false)
      })
    const wait = (ms: number): Promise<void> => new Promise(done => setTimeout(done, ms))
    const styled = async (rules: string): Promise<boolean> => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(rules)
      document.adoptedStyleSheets.push(sheet)
      await wait(300)
      document.adoptedStyleSheets.pop()
      return false
    }
    // Two peers that would talk to each other if they could: through a server that tells each its
    // address, through a relay, or directly.
    const call = async (servers: RTCIceServer[], candidates: string[]): Promise<boolean> => {
      const [caller, called] = [new RTCPeerConnection({ iceServers: servers }), new RTCPeerConnection()]
      caller.createDataChannel('x')
      await caller.setLocalDescription(await caller.createOffer())
      if (caller.localDescription !== null) await called.setRemoteDescription(caller.localDescription)
      await called.setLocalDescription(await called.createAnswer())
      if (called.localDescription !== null) await caller.setRemoteDescription(called.localDescription)
      for (const candidate of candidates) await caller.addIceCandidate({ candidate, sdpMid: '0', sdpMLineIndex: 0 })
      await wait(1_000)
      const reached = caller.iceConnectionState === 'connected'
      caller.close()
      called.close()
      return reached
    }
    const [host, port] = target.split(':')
    const relay = (urls: string): RTCIceServer => ({ urls, username: 'a', credential: 'b' })
    const tries: Record<string, () => boolean | Promise<boolean>> = {
      fetch: () => fetch(http).then(() => true),
      'fetch of our own files': () => fetch('app://escrowbook/').then(() => true),
      'fetch of a file': () => fetch('file:///etc/hosts').then(() => true),
      request: () =>
        new Promise(done => {
          const request = Object.assign(new XMLHttpRequest(), { onload: () => done(true), onerror: () => done(false) })
          request.open('GET', http)
          request.send()
        }),
      image: () => loaded(Object.assign(new Image(), { src: http })),
      'image of a set': () => loaded(Object.assign(new Image(), { srcset: `${http} 1x` })),
      'image of a drawing': () => {
        document.body.insertAdjacentHTML(
          'beforeend',
          `<svg><image href="${http}" /><use href="${http}#x" /></svg><input type="image" src="${http}">`,
        )
        return wait(300).then(() => false)
      },
      sound: () => loaded(Object.assign(document.createElement('video'), { src: http, poster: http, preload: 'auto' })),
      object: () => loaded(Object.assign(document.createElement('object'), { data: http })),
      embedded: () => loaded(Object.assign(document.createElement('embed'), { src: http })),
      frame: () => {
        document.body.append(Object.assign(document.createElement('iframe'), { src: http }))
        return wait(300).then(() => false)
      },
      script: () => loaded(Object.assign(document.createElement('script'), { src: http })),
      module: () => import(/* @vite-ignore */ http).then(() => true),
      'speculation rules': () => {
        const rules = JSON.stringify({
          prefetch: [{ source: 'list', urls: [http] }],
          prerender: [{ source: 'list', urls: [http] }],
        })
        return loaded(Object.assign(document.createElement('script'), { type: 'speculationrules', textContent: rules }))
      },
      'url of a style': () => styled(`body { background: url(${http}); cursor: url(${http}), auto }`),
      'import of a style': () => styled(`@import url(${http});`),
      'font of a style': () => styled(`@font-face { font-family: far; src: url(${http}) } body { font-family: far }`),
      font: () => new FontFace('far', `url(${http})`).load().then(() => true),
      socket,
      'stream of events': () =>
        new Promise(done => {
          const events = Object.assign(new EventSource(http), {
            onopen: () => done(true),
            onerror: () => done(events.readyState === EventSource.OPEN),
          })
        }),
      transport: () => new WebTransport(http.replace('http:', 'https:')).ready.then(() => true),
      worker: () =>
        new Promise(done =>
          Object.assign(new Worker(http), { onmessage: () => done(true), onerror: () => done(false) }),
        ),
      'shared worker': () => new Promise(done => Object.assign(new SharedWorker(http), { onerror: () => done(false) })),
      'service worker': () => navigator.serviceWorker.register('app://escrowbook/index.js').then(() => true),
      beacon: () => navigator.sendBeacon(http) && wait(300).then(() => false),
      'fetch that outlives the page': () => fetch(http, { method: 'POST', keepalive: true }).then(() => true),
      ping: () => {
        const link = Object.assign(document.createElement('a'), { href: '#/contracts', ping: http })
        document.body.append(link)
        link.click()
        link.remove()
        return wait(300).then(() => false)
      },
      form: () => {
        const form = Object.assign(document.createElement('form'), { action: http, method: 'post' })
        document.body.append(form)
        form.submit()
        form.remove()
        return wait(300).then(() => false)
      },
      payment: () =>
        new PaymentRequest([{ supportedMethods: http.replace('http:', 'https:') }], {
          total: { label: 'x', amount: { currency: 'USD', value: '1' } },
        }).canMakePayment(),
      'call by way of a server': () => call([{ urls: `stun:${target}` }], []),
      'call passed on': () =>
        call(
          [
            relay(`turn:${target}?transport=udp`),
            relay(`turn:${target}?transport=tcp`),
            relay(`turns:${target}?transport=tcp`),
          ],
          [],
        ),
      'call to an address': () =>
        call(
          [],
          [
            `candidate:1 1 udp 2122260223 ${host} ${port} typ host generation 0`,
            `candidate:2 1 tcp 1518280447 ${host} ${port} typ host tcptype passive generation 0`,
          ],
        ),
    }
    for (const rel of [
      'stylesheet',
      'prefetch',
      'preconnect',
      'dns-prefetch',
      'preload',
      'modulepreload',
      'prerender',
      'manifest',
      'icon',
      'search',
    ]) {
      tries[`link ${rel}`] = () =>
        loaded(Object.assign(document.createElement('link'), { rel, as: 'image', href: http }))
      // A name must be looked up first, which other computers would notice.
      tries[`link ${rel} by name`] = () =>
        loaded(Object.assign(document.createElement('link'), { rel, as: 'image', href: 'http://looked-up.example/' }))
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

test('nothing that main asks of a session reaches another computer', async ({ app, server }) => {
  const reached = await app.evaluate(async ({ net, session, BrowserWindow }, target) => {
    const http = `http://${target}/`
    const hidden = new BrowserWindow({ show: false })
    const sessions = {
      'the session': session.defaultSession,
      'another session': session.fromPartition('another'),
      'a lasting session': session.fromPartition('persist:other'),
    }
    const tries: Record<string, () => unknown> = {
      'net.fetch': () => net.fetch(http),
      'net.request': () =>
        new Promise((done, failed) => {
          const request = net.request(http)
          request.on('response', done)
          request.on('error', failed)
          request.end()
        }),
      'net.resolveHost': () => net.resolveHost('looked-up.example'),
      loadURL: () => hidden.loadURL(http),
    }
    for (const [name, one] of Object.entries(sessions)) {
      tries[name] = () => one.fetch(http)
      tries[`a name in ${name}`] = () => one.resolveHost('looked-up.example')
      // These report no end: the server does.
      const quiet: Record<string, () => void> = {
        preconnect: () => one.preconnect({ url: http, numSockets: 3 }),
        download: () => one.downloadURL(http),
        dictionary: () => {
          one.setSpellCheckerDictionaryDownloadURL(`${http}dictionaries/`)
          one.setSpellCheckerEnabled(true)
          one.setSpellCheckerLanguages(['fr', 'de'])
        },
      }
      for (const [what, attempt] of Object.entries(quiet)) {
        tries[`${what} in ${name}`] = async () => {
          attempt()
          await new Promise(done => setTimeout(done, 500))
          throw new Error('unknown')
        }
      }
    }
    const reached: string[] = []
    for (const [name, attempt] of Object.entries(tries)) {
      try {
        await attempt()
        reached.push(name)
      } catch {
        // Refused, as it should be.
      }
    }
    hidden.destroy()
    return reached
  }, server)
  expect(reached).toEqual([])
})

test('a whole session, from start to printed statement, makes no network request', async ({
  app,
  page,
  scratch,
  server,
}) => {
  expect(server).not.toBe('')
  const contractId = await openContract(page, [42_000, 10_000])
  await accepted(page, { type: 'fund-milestone', contractId, milestoneId: 'M1' })
  for (const screen of ['Overview', 'Ledger', 'Reports', 'Planner', 'Reconcile', 'Settings', 'Contracts'])
    await page.getByRole('navigation').getByText(screen, { exact: true }).first().click()
  expect(
    await execute(page, { type: 'print-statement', contractId, path: join(scratch, 'statement.pdf') }),
  ).toMatchObject({ ok: true })
  expect(await execute(page, { type: 'back-up' })).toMatchObject({ ok: true })
  // No updater and no crash reporter is present.
  expect(await app.evaluate(({ crashReporter }) => crashReporter.getUploadToServer())).toBe(false)
})

test('the app’s own protocol serves only the app’s pages', async ({ app }) => {
  const answers = await app.evaluate(async ({ session }) => {
    const status = (address: string): Promise<number | string> =>
      session.defaultSession.fetch(address).then(answer => answer.status, String)
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
