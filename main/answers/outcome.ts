import type { Refusal } from '../../shared/contract/refusals.ts'

/** The result of a call inside main: a value, or a refusal not yet in words. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

/** A successful result. */
export const accepted = <T>(value: T): Outcome<T> => ({ ok: true, value })

/** A refused result. */
export const refused = (refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } => ({ ok: false, refusal })
