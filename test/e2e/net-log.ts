import { readFile } from 'node:fs/promises'

/** Chromium's own account of what its network part did, as far as it is read here. */
interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> }
  readonly events: readonly { readonly type: number; readonly params?: object }[]
}

/**
 * A connection, a datagram, or the look-up of a name. A datagram socket that is only given an
 * address (`UDP_CONNECT`) sends nothing: Chromium learns that way whether there is IPv6.
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
 * What a session that was logged by `--log-net-log=FILE` did towards any other computer, one line
 * each. Throws where the log cannot tell, for it is empty or knows not these names.
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
