import { readFile } from 'node:fs/promises'

/** Chromium's own log of its network activity, as far as it is read here. */
interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> }
  readonly events: readonly { readonly type: number; readonly params?: object }[]
}

/**
 * A connection, a datagram, or the look-up of a name. A datagram socket that is only connected to
 * an address (`UDP_CONNECT`) sends nothing: Chromium uses it to detect IPv6.
 */
const OUTWARD = [
  'TCP_CONNECT',
  'UDP_BYTES_SENT',
  'QUIC_SESSION',
  'HOST_RESOLVER_MANAGER_JOB',
  'HOST_RESOLVER_SYSTEM_TASK',
  'HOST_RESOLVER_DNS_TASK',
]

/**
 * The contacts of a session with other computers, one line each, from its `--log-net-log=FILE`.
 * Throws if the log cannot tell: if it is empty or lacks these names.
 */
export async function outwardIn(file: string): Promise<string[]> {
  const { constants, events } = JSON.parse(await readFile(file, 'utf8')) as NetLog
  if (events.length === 0) throw new Error('the log of the network is empty')
  const outward = new Map(
    OUTWARD.map(name => {
      const number = constants.logEventTypes[name]
      if (number === undefined) throw new Error(`this Chromium logs no ${name}: look what it calls it now`)
      return [number, name]
    }),
  )
  return events.flatMap(({ type, params = {} }) =>
    outward.has(type) ? [`${outward.get(type)} ${JSON.stringify(params)}`] : [],
  )
}
