/** The characters that begin or end a run of text in a direction, with the marks shown for them. */
const MARKS: Readonly<Record<string, string>> = {
  '\u202a': '[LRE]',
  '\u202b': '[RLE]',
  '\u202c': '[PDF]',
  '\u202d': '[LRO]',
  '\u202e': '[RLO]',
  '\u2066': '[LRI]',
  '\u2067': '[RLI]',
  '\u2068': '[FSI]',
  '\u2069': '[PDI]',
}
const CONTROL = /[\u202a-\u202e\u2066-\u2069]/
const OVERRIDES = '\u202d\u202e'
const EMBEDDINGS = '\u202a\u202b'
const ISOLATES = '\u2066\u2067\u2068'
const [FIRST_STRONG, POP_ISOLATE, POP_EMBEDDING] = ['\u2068', '\u2069', '\u202c']
/** Letters written from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/**
 * Returns a text as it may be shown: what would turn round the text after it, or reverse its own
 * letters, becomes a visible mark (`[RLO]`). Controls that are closed where they were opened stay.
 */
export function shownText(text: string): string {
  if (!CONTROL.test(text)) return text
  const characters = [...text]
  const open: { readonly at: number; readonly isIsolate: boolean }[] = []
  const marked = new Set<number>()
  for (const [at, character] of characters.entries()) {
    if (OVERRIDES.includes(character)) marked.add(at)
    else if (EMBEDDINGS.includes(character)) open.push({ at, isIsolate: false })
    else if (ISOLATES.includes(character)) open.push({ at, isIsolate: true })
    else if (character === POP_EMBEDDING || character === POP_ISOLATE) {
      // The end of an isolate also ends what was left open in it.
      while (character === POP_ISOLATE && open.at(-1)?.isIsolate === false && open.some(each => each.isIsolate))
        marked.add(open.pop()?.at ?? at)
      if (open.at(-1)?.isIsolate === (character === POP_ISOLATE)) open.pop()
      else marked.add(at)
    }
  }
  for (const { at } of open) marked.add(at)
  return characters.map((character, at) => (marked.has(at) ? MARKS[character] : character)).join('')
}

/**
 * Returns a text as it may stand within a sentence or beside another text: as `shownText`, and
 * isolated from what is around it if it could change its order.
 */
export function isolatedText(text: string): string {
  const shown = shownText(text)
  return CONTROL.test(shown) || RIGHT_TO_LEFT.test(shown) ? FIRST_STRONG + shown + POP_ISOLATE : shown
}
