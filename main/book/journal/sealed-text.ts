import { hash as digest } from 'node:crypto'

/** The length of a SHA-256 in hexadecimal digits. */
const HASH_LENGTH = 64
/** The end of a sealed text, after the hash. */
const END = '"}'

/**
 * The key of the last field of a sealed text, with its punctuation. A line of the journal is sealed
 * by its `hash`; the checkpoint and the front page, in which `hash` names the journal's, by `seal`.
 */
export type SealKey = ',"hash":"' | ',"seal":"'

/** The length in bytes of a sealed text's last field and closing brace. */
export const SEALING_LENGTH = ',"hash":"'.length + HASH_LENGTH + END.length

/** The SHA-256 in hexadecimal. */
export const sha256 = (bytes: string | Uint8Array): string => digest('sha256', bytes, 'hex')

/** The last field and closing brace of an object's text whose bytes so far have this SHA-256. */
export function sealing(key: SealKey, hash: string): string {
  return key + hash + END
}

/** The hash that a sealed text says is its own. */
export function claimedHashOf(bytes: Buffer): string {
  return bytes.toString('latin1', bytes.length - END.length - HASH_LENGTH, bytes.length - END.length)
}

/** True if a text ends with the hash of all bytes before it; false if any byte changed. */
export function isSealedBy(bytes: Buffer, key: SealKey): boolean {
  const body = bytes.length - SEALING_LENGTH
  return body >= 0 && bytes.toString('latin1', body) === sealing(key, sha256(bytes.subarray(0, body)))
}
