import { app } from 'electron'
import { isDeveloperTool } from './network-lockdown.ts'
import { isOurs, ORIGIN } from './protocol.ts'

/**
 * From before `ready` on, no page may leave ours: no navigation, no new window, no embedded page,
 * no datagram.
 */
export function applyWebContentsPolicy(): void {
  app.on('web-contents-created', (_, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    // WebRTC asks neither the session nor a page's policy; its datagrams would bypass the host
    // rules too.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
    contents.on('will-navigate', event => event.preventDefault())
    contents.on('will-frame-navigate', event => event.preventDefault())
    contents.on('will-redirect', event => event.preventDefault())
    contents.on('will-attach-webview', event => event.preventDefault())
    // Chromium asks nobody before it goes to about:blank. Load our page again, but not within the
    // event: that crashes it.
    contents.on('did-navigate', (_event, address) => {
      if (!isOurs(address) && !isDeveloperTool(address))
        setImmediate(() => contents.loadURL(`${ORIGIN}/`).catch(() => {}))
    })
  })
}
