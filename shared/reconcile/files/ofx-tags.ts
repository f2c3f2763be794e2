/** A tag of an OFX file, with the text up to the next one. */
export interface OfxTag {
  readonly name: string
  readonly isEnd: boolean
  readonly value: string
}

/**
 * Names are in capitals, so that `AT&T <b` in a text stays text. Behind a `<`, it never looks
 * further than 34 characters.
 */
const TAG = /<(\/?)([A-Z][A-Z0-9._]{0,31})>/g

/** Returns the tags of an OFX file one after another, with the text behind each. */
export function* ofxTags(text: string): Generator<OfxTag> {
  let open: { name: string; isEnd: boolean; from: number } | undefined
  for (const { 0: whole, 1: slash, 2: name = '', index } of text.matchAll(TAG)) {
    if (open !== undefined) yield { ...open, value: textOfValue(text.slice(open.from, index)) }
    open = { name, isEnd: slash === '/', from: index + whole.length }
  }
  if (open !== undefined) yield { ...open, value: textOfValue(text.slice(open.from)) }
}

const LONGEST_VALUE = 32_000

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** The text of a value: without CDATA, with its entities read; an ampersand alone stays. */
function textOfValue(written: string): string {
  const whole = written.slice(0, LONGEST_VALUE).trim()
  const plain = whole.startsWith('<![CDATA[') && whole.endsWith(']]>') ? whole.slice(9, -3) : whole
  if (!plain.includes('&')) return plain
  return plain.replace(
    /&(?:#(\d{1,6})|([a-z]{2,4}));/g,
    (entity, code: string | undefined, name: string | undefined) =>
      code === undefined ? (ENTITIES[name ?? ''] ?? entity) : characterOf(Number(code)),
  )
}

const characterOf = (code: number): string => (code > 31 && code < 0xd800 ? String.fromCodePoint(code) : ' ')
