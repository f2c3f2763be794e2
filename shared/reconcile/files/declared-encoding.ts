import type { ChosenEncoding } from '../encodings.ts'

const DECLARED_AT = 600

/** The encodings that XML and OFX declare, by the names they use. */
const DECLARED: readonly (readonly [RegExp, ChosenEncoding])[] = [
  [/^(?:(?:windows-|cp)?1252|(?:iso-)?8859-1|iso8859_1|latin1)$/, 'windows-1252'],
  [/^(?:iso-)?8859-15$/, 'iso-8859-15'],
  [/^(?:windows-|cp)?1250$/, 'windows-1250'],
  [/^(?:windows-|cp)?1251$/, 'windows-1251'],
  [/^(?:windows-|cp)?1253$/, 'windows-1253'],
  [/^(?:windows-|cp)?1254$/, 'windows-1254'],
  [/^shift_jis$/, 'shift_jis'],
  [/^euc-jp$/, 'euc-jp'],
  [/^euc-kr$/, 'euc-kr'],
  [/^gb(?:18030|k|2312)$/, 'gb18030'],
  [/^big5$/, 'big5'],
]

/** Returns the encoding that an XML declaration or OFX’s header names; undefined if none does. */
export function declaredEncoding(bytes: Uint8Array): ChosenEncoding | undefined {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, DECLARED_AT))
  const name =
    /^\s{0,20}<\?xml[^>]{0,200}encoding\s{0,5}=\s{0,5}["']([A-Za-z0-9_-]{1,30})["']/.exec(start)?.[1] ??
    (/^\s{0,20}OFXHEADER/.test(start) ? /CHARSET\s{0,5}:\s{0,5}([A-Za-z0-9_-]{1,30})/.exec(start)?.[1] : undefined)
  return DECLARED.find(([pattern]) => pattern.test(name?.toLowerCase() ?? ''))?.[1]
}
