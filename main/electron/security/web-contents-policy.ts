import { app } from 'electron'
import { isDeveloperTool } from './network-lockdown.ts'
import { isOurs, ORIGIN } from './protocol.ts'

/**
 * From before `ready` on, whatever shows a page may not leave ours: no navigation, no new window,
 * no embedded page, no datagram.
 */
export function applyWebContentsPolicy(): void {
  app.on('web-contents-created', (_, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    // WebRTC asks no session and no policy of a page. What it sends as datagrams would go past the
    // host rules too.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
    contents.on('will-navigate', event => event.preventDefault())
    contents.on('will-frame-navigate', event => event.preventDefault())
    contents.on('will-redirect', event => event.preventDefault())
    contents.on('will-attach-webview', event => event.preventDefault())
    // Chromium asks nobody before it goes to about:blank. It is brought back, but not from within
    // the event: that crashes it.
    contents.on('did-navigate', (_event, address) => {
      if (!isOurs(address) && !isDeveloperTool(address))
        setImmediate(() => contents.loadURL(`${ORIGIN}/`).catch(() => {}))
    })
  })
}
