import type { Refusal } from '../../shared/contract/refusals.ts'

/** What a call inside main comes to: a value, or a refusal that has no words yet. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

/** A call that came to a value. */
export const accepted = <T>(value: T): Outcome<T> => ({ ok: true, value })

/** A call that was refused. */
export const refused = (refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } => ({ ok: false, refusal })
