import type { Parameter, Refusal } from '../../../shared/contract/refusals.ts'

/**
 * A refusal from the engine or the store; nothing was recorded. `index` is the position of the
 * refused command if several were given.
 */
export interface Refused {
  readonly ok: false
  readonly refusal: Refusal
  readonly index?: number
}

type StoreCode = Extract<
  Refusal['code'],
  'book-read-only' | 'book-locked' | 'disk-full' | 'write-failed' | 'format-too-new' | 'bad-input'
>

/** A refusal from the store. */
export function storeRefused(
  code: StoreCode,
  params: Readonly<Record<string, Parameter>> = {},
  more: { variant?: string; field?: string } = {},
): Refused {
  return { ok: false, refusal: { code, params, ...more } }
}

/** Thrown where a refusal cannot be returned, such as while the book to open is looked for. */
export class RefusedError extends Error {
  readonly refusal: Refusal

  constructor({ refusal }: Refused) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** The code of a system error (`ENOSPC`), or the message of any other problem. */
export function reasonOf(problem: unknown): string {
  if (!(problem instanceof Error)) return String(problem)
  return (problem as NodeJS.ErrnoException).code ?? problem.message
}

/** True if a reason, as `reasonOf` names it, means that the disk or the quota is full. */
export function isFull(reason: string): boolean {
  return reason === 'ENOSPC' || reason === 'EDQUOT'
}

/**
 * The refusal for a file that could not be written: `disk-full` if there is no room, else
 * `write-failed` with the system's `reason`, in words of its own if another program has it open.
 */
export function writeRefused(problem: unknown, path: string): Refused {
  const reason = reasonOf(problem)
  if (isFull(reason)) return storeRefused('disk-full', { path })
  return storeRefused('write-failed', { path, reason }, reason === 'EBUSY' ? { variant: 'in-use' } : {})
}
