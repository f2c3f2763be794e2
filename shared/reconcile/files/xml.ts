import { SaxesParser } from 'saxes'

/** The events of an XML file; names are without their prefix, attributes too. */
export interface XmlTaker {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  text(text: string): void
  close(name: string): void
}

const DEEPEST = 100
const MOST_ATTRIBUTES = 1_000
/** No name, text or comment of a statement is longer. */
const LONGEST_PIECE = 1 << 20
/** A step that takes about 2 ms. */
const STEP = 1 << 15

/**
 * A reader of XML that comes in pieces. It knows no document types and no entities but the five of
 * XML, so that a file cannot grow by itself; it gives up on nesting deeper than 100.
 */
export class XmlReader {
  readonly #parser = new SaxesParser({ xmlns: false, position: false })
  #depth = 0
  #attributes = 0
  #sinceEvent = 0
  #isBroken = false

  constructor(taker: XmlTaker) {
    const parser = this.#parser
    const broken = () => {
      this.#isBroken = true
    }
    parser.on('error', broken)
    parser.on('doctype', broken)
    parser.on('comment', () => this.#happened())
    parser.on('processinginstruction', () => this.#happened())
    parser.on('attribute', () => {
      this.#happened()
      this.#attributes++
      if (this.#attributes > MOST_ATTRIBUTES) broken()
    })
    parser.on('opentag', ({ name, attributes }) => {
      this.#happened()
      this.#attributes = 0
      this.#depth++
      if (this.#depth > DEEPEST) broken()
      if (this.#isBroken) return
      const plain: Record<string, string> = Object.create(null)
      for (const key in attributes) plain[localName(key)] = attributes[key] as string
      taker.open(localName(name), plain)
    })
    const text = (content: string) => {
      this.#happened()
      if (!this.#isBroken) taker.text(content)
    }
    parser.on('text', text)
    parser.on('cdata', text)
    parser.on('closetag', ({ name }) => {
      this.#happened()
      this.#depth--
      if (!this.#isBroken) taker.close(localName(name))
    })
  }

  /** Reads the next piece; false if the file is no XML that can be read. */
  write(text: string): boolean {
    for (let at = 0; at < text.length && !this.#isBroken; at += STEP) {
      this.#sinceEvent += STEP
      if (this.#sinceEvent > LONGEST_PIECE) this.#isBroken = true
      else this.#parser.write(text.slice(at, at + STEP))
    }
    return !this.#isBroken
  }

  /** Ends the file; false if it is cut off. */
  end(): boolean {
    if (!this.#isBroken) this.#parser.close()
    return !this.#isBroken
  }

  #happened(): void {
    this.#sinceEvent = 0
  }
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}
