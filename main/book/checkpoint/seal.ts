import { claimedHashOf, isSealedBy, SEALING_LENGTH, sealing, sha256 } from '../journal/sealed-text.ts'

const SEAL = ',"seal":"'

/** The end of a file whose bytes so far, an object without its closing brace, have this SHA-256. */
export function sealOf(hash: string): string {
  return sealing(SEAL, hash)
}

/** An object as sealed JSON. */
export function sealed(value: object): string {
  const body = JSON.stringify(value).slice(0, -1)
  return body + sealOf(sha256(body))
}

/** True if sealed JSON is intact; false if any byte changed. */
export function isSealed(bytes: Buffer): boolean {
  return isSealedBy(bytes, SEAL)
}

/**
 * Splits sealed JSON into its body and the seal it claims; undefined if it does not end with a
 * seal. Does not check that the seal matches the body.
 */
export function unsealed(bytes: Buffer): { readonly body: Buffer; readonly seal: string } | undefined {
  const body = Math.max(0, bytes.length - SEALING_LENGTH)
  const seal = claimedHashOf(bytes)
  const isSeal = /^[0-9a-f]{64}$/.test(seal) && bytes.toString('latin1', body) === sealOf(seal)
  return isSeal ? { body: bytes.subarray(0, body), seal } : undefined
}
