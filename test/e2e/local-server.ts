import { createSocket } from 'node:dgram'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A server on this computer that counts connections and datagrams; the app must never cause one.
 */
export async function countingServer(): Promise<{ address: string; hits: () => number; close: () => Promise<void> }> {
  let hits = 0
  const server = createServer((_request, response) => {
    response.setHeader('access-control-allow-origin', '*')
    response.end('reached')
  })
  server.on('connection', () => hits++)
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const datagrams = createSocket('udp4', () => hits++)
  await new Promise<void>(done => datagrams.bind(port, '127.0.0.1', done))
  return {
    address: `127.0.0.1:${port}`,
    hits: () => hits,
    close: async () => {
      datagrams.close()
      server.closeAllConnections()
      await new Promise(done => server.close(done))
    },
  }
}
