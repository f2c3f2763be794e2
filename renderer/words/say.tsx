import { Fragment, type ReactNode } from 'react'
import type { Parameter } from '../../shared/contract/refusals.ts'
import type { WordKey } from '../../shared/words/catalogue.ts'
import { messageOf, say, spoken } from '../../shared/words/say.ts'
import { LOCALE } from './locale.ts'

/** The parameters of a text. */
export type Params = Readonly<Record<string, Parameter>>

/**
 * A value that messages accept. tsc rejects hyphenated codes such as `to-fund`: messages know them
 * by the name that `selector` gives them, and would find no match.
 */
type Sayable<V> = V extends `${string}-${string}` ? never : V

/**
 * A catalogue text before formatting: actions, toasts and problems carry it until a component
 * formats it.
 */
export interface Text {
  readonly key: WordKey
  readonly params?: Params
  /** The number of decimals of its amounts' currency. */
  readonly decimals?: number
}

/** A catalogue text as a plain string in the person's locale. */
export function words<P extends Params>(
  key: WordKey,
  params?: P & { readonly [K in keyof P]: Sayable<P[K]> },
  decimals = 2,
): string {
  return oneFullStop(say(key, params ?? {}, { locale: LOCALE, decimals }))
}

/** Removes the second full stop if a sentence ends with a name that has its own (Muhammad A.). */
function oneFullStop(text: string): string {
  return text.replaceAll(/(?<=[\p{L}\p{N}])\.\.(?=$|[\s,;:)”])/gu, '.')
}

/** A `Text` as a plain string; text already formatted by main is returned unchanged. */
export function wordsOf(text: Text | string): string {
  return typeof text === 'string' ? text : words(text.key, text.params, text.decimals)
}

const bold = (chunks: ReactNode[]): ReactNode => <b>{chunks}</b>

/** A catalogue text that may contain `<b>…</b>`. */
export function Say<P extends Params>({
  text,
  params,
  decimals = 2,
}: {
  text: WordKey
  params?: (P & { readonly [K in keyof P]: Sayable<P[K]> }) | undefined
  decimals?: number | undefined
}): ReactNode {
  const parts = messageOf(text, LOCALE).format<ReactNode>({
    ...spoken(params ?? {}, { locale: LOCALE, decimals }),
    b: bold,
  })
  if (!Array.isArray(parts)) return typeof parts === 'string' ? oneFullStop(parts) : parts
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence have no other identity.
    <Fragment key={index}>{typeof part === 'string' ? oneFullStop(part) : part}</Fragment>
  ))
}
