import { partyKey } from '../../shared/contract/party-key.ts'
import type { ContractState } from '../escrow/contract/state.ts'

/**
 * Words with single spaces between them, of letters, digits and marks that mean nothing to hledger
 * and ledger. Anything else (two spaces, `;`, `|`, `:`, quotes, brackets, a leading `(` or `*`,
 * control characters) would end a name, begin a comment or make a posting virtual.
 */
const PLAIN = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}.,'&()/+_-]*(?: [\p{L}\p{M}\p{N}.,'&()/+_-]+)*$/u

/**
 * The pattern of the app's own ids: a party with such a name must not be mistaken for another one's
 * id.
 */
const LIKE_AN_ID = /^[CMP]\d+$/

/**
 * A name as it may appear in a journal of hledger and ledger (in an account, as payee, in a
 * description), or the id instead.
 */
export function plainOr(name: string, id: string): string {
  return PLAIN.test(name) && !LIKE_AN_ID.test(name) ? name : id
}

/**
 * The maximum size of a tag's value in bytes, which keeps a line under ledger's 4096 bytes in any
 * script.
 */
const LONGEST_TAG = 300

/**
 * A text as the value of a tag in a comment of hledger and ledger: unchanged if it is plain, else a
 * JSON string with escapes for characters that end a value (commas), read as a date (brackets) or
 * are invisible. Cut after 300 characters, with an ellipsis: CSV and JSON have the full text.
 */
export function tagValue(text: string): string {
  if (PLAIN.test(text) && !text.includes(',')) return text
  const whole = [...text]
  const shown = whole.length > LONGEST_TAG ? `${whole.slice(0, LONGEST_TAG).join('')}…` : text
  return JSON.stringify(shown).replaceAll(/(?! )[,[\]\p{Z}\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, escaped)
}

function escaped(character: string): string {
  return Array.from(
    { length: character.length },
    (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`,
  ).join('')
}

const BEANCOUNT_ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
  '\f': '\\f',
  '\b': '\\b',
}

/**
 * A text as a string of beancount. Line ends become `\n`, since beancount refuses strings over
 * several lines; other control characters are removed.
 */
export function beancountString(text: string): string {
  return `"${text.replaceAll(/["\\\p{Cc}]/gu, character => BEANCOUNT_ESCAPES[character] ?? '')}"`
}

/**
 * The parties of a book, numbered by first appearance: `P1`. The number is the same in every export
 * of that book, whatever part is selected.
 */
export class PartyNames {
  readonly #byKey = new Map<string, { readonly id: string; readonly name: string }>()
  /** Cached: names recur, and comparing them takes longer than the rest of a line. */
  readonly #bySpelling = new Map<string, { readonly id: string; readonly name: string }>()

  /** Takes all contracts of the book. */
  constructor(contracts: Iterable<ContractState>) {
    for (const { client, freelancer } of contracts) {
      this.#add(client)
      this.#add(freelancer)
    }
  }

  /**
   * The id of a party, however that contract spells its name. Throws for a party that is not in the
   * book.
   */
  idOf(name: string): string {
    return this.#of(name).id
  }

  /**
   * The party's name as first written: one party has one account, however later contracts spell it.
   * Throws for a party that is not in the book.
   */
  nameOf(name: string): string {
    return this.#of(name).name
  }

  #of(name: string): { readonly id: string; readonly name: string } {
    const known = this.#bySpelling.get(name)
    if (known !== undefined) return known
    const party = this.#byKey.get(partyKey(name))
    if (party === undefined) throw new Error(`no party ${name} in this book`)
    this.#bySpelling.set(name, party)
    return party
  }

  #add(name: string): void {
    const key = partyKey(name)
    if (!this.#byKey.has(key)) this.#byKey.set(key, { id: `P${this.#byKey.size + 1}`, name })
  }
}
