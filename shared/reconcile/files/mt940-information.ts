/** The content of a field `:86:`, of any of its dialects. */
export interface Mt940Information {
  readonly party: string
  readonly text: string
  readonly type: string
}

/** The width at which banks break lines, in the middle of a word. */
const FULL_LINE = 65
const LONGEST = 8_000

/**
 * Reads a field `:86:`: German subfields (`166?00…?20…?32…`, with any separator), words between
 * slashes (`/NAME/…/REMI/…`), or plain text.
 */
export function informationOf(lines: readonly string[]): Mt940Information {
  const joined = lines.join('').slice(0, LONGEST)
  const separator = /^\d{3}([^0-9A-Za-z\s])\d{2}/.exec(joined)?.[1] ?? /^([?~^<>])\d{2}/.exec(joined)?.[1]
  if (separator !== undefined) return subfieldsOf(joined, separator)
  if (SLASHED.test(joined)) return slashedOf(joined)
  return { party: '', type: '', text: plainOf(lines) }
}

function plainOf(lines: readonly string[]): string {
  let text = ''
  for (const line of lines) text += text === '' || text.endsWith(' ') ? line : `\u0000${line}`
  const parts = text.split('\u0000')
  return parts
    .map((part, index) => (index < parts.length - 1 && part.length < FULL_LINE ? `${part} ` : part))
    .join('')
    .trim()
}

/** Subfields of 27 characters: those of one text join without a blank. */
function subfieldsOf(joined: string, separator: string): Mt940Information {
  const fields = new Map<string, string>()
  for (const part of joined.split(separator).slice(1)) {
    const code = part.slice(0, 2)
    if (/^\d{2}$/.test(code)) fields.set(code, part.slice(2))
  }
  const of = (...codes: readonly number[]): string =>
    codes.map(code => fields.get(String(code).padStart(2, '0')) ?? '').join('')
  const purpose = of(20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 60, 61, 62, 63)
  return { party: of(32, 33).trim(), type: of(0).trim(), text: remittanceIn(purpose) }
}

/** The words before each part of a SEPA payment's purpose. */
const PARTS = /(EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|COAM|OAMT|IBAN|BIC)\+/

function remittanceIn(purpose: string): string {
  const parts = purpose.split(PARTS)
  for (let i = 1; i < parts.length; i += 2) if (parts[i] === 'SVWZ') return (parts[i + 1] ?? '').trim()
  return purpose.trim()
}

/** The words that stand between slashes, in the dialects of the Netherlands and others. */
const WORDS =
  'TRTP|TRCD|IBAN|BIC|NAME|REMI|EREF|MARF|CSID|PREF|ORDP|BENM|CNTP|PURP|ISDT|ADDR|RTRN|ULTD|ULTC|ULTB|SVCL|SUBF|BUSP|OCMT|CHGS|EXCH|ID'
const SLASHED = new RegExp(`^/(?:${WORDS})/`)
const SLASHED_WORD = new RegExp(`/(${WORDS})/`)

function slashedOf(joined: string): Mt940Information {
  const parts = joined.split(SLASHED_WORD)
  const fields = new Map<string, string>()
  for (let i = 1; i < parts.length; i += 2) fields.set(parts[i] ?? '', (parts[i + 1] ?? '').trim())
  const of = (word: string): string => fields.get(word) ?? ''
  // CNTP: account, bank, name, town.
  const counterparty = of('CNTP').split('/')[2] ?? ''
  return {
    party: withoutSlashes(of('NAME') || counterparty || of('ORDP') || of('BENM')),
    type: of('TRTP'),
    text: withoutSlashes(of('REMI').replace(/^(?:USTD\/\/|STRD\/[A-Z]*\/)/, '')),
  }
}

/** Slashes at either end separate, and are no text. */
function withoutSlashes(text: string): string {
  let [from, to] = [0, text.length]
  while (from < to && text[from] === '/') from++
  while (to > from && text[to - 1] === '/') to--
  return text.slice(from, to).trim()
}
