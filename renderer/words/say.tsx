import { Fragment, type ReactNode } from 'react'
import type { Parameter } from '../../shared/contract/refusals.ts'
import type { WordKey } from '../../shared/words/catalogue.ts'
import { messageOf, say, spoken } from '../../shared/words/say.ts'
import { LOCALE } from './locale.ts'

/** The parameters of a text. */
export type Params = Readonly<Record<string, Parameter>>

/**
 * A value that a message takes as it is. tsc refuses the code `to-fund`: a message knows it by the
 * name that `selector` makes of it, and would say nothing.
 */
type Sayable<V> = V extends `${string}-${string}` ? never : V

/**
 * A text of the catalogue that is not said yet: what actions, toasts and problems carry until a
 * component says it.
 */
export interface Text {
  readonly key: WordKey
  readonly params?: Params
  /** Of the currency that its amounts are in. */
  readonly decimals?: number
}

/** A text of the catalogue as a plain string in the person's locale. */
export function words<P extends Params>(
  key: WordKey,
  params?: P & { readonly [K in keyof P]: Sayable<P[K]> },
  decimals = 2,
): string {
  return oneFullStop(say(key, params ?? {}, { locale: LOCALE, decimals }))
}

/** A name that ends in a full stop (Muhammad A.) also ends the sentence it stands last in. */
function oneFullStop(text: string): string {
  return text.replaceAll(/(?<=[\p{L}\p{N}])\.\.(?=$|[\s,;:)”])/gu, '.')
}

/** A `Text` as a plain string; what the book has put into words already stays as it is. */
export function wordsOf(text: Text | string): string {
  return typeof text === 'string' ? text : words(text.key, text.params, text.decimals)
}

const bold = (chunks: ReactNode[]): ReactNode => <b>{chunks}</b>

/** A text of the catalogue where it may hold `<b>…</b>`. */
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
