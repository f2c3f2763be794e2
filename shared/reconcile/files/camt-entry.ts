import { BOOKED, type FixedRow } from './fixed-headers.ts'

/** An element of a camt file with those inside it. */
export interface CamtNode {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: CamtNode[]
  text: string
}

/** The parts of an element `TxDtls` that a row is made of. */
export interface CamtDetails {
  readonly amount: string | undefined
  readonly currency: string | undefined
  readonly direction: string | undefined
  readonly reference: string
  readonly debtor: string
  readonly creditor: string
  readonly text: string
}

const NO_DETAILS: CamtDetails = {
  amount: undefined,
  currency: undefined,
  direction: undefined,
  reference: '',
  debtor: '',
  creditor: '',
  text: '',
}

/** Returns the first element on this path below `node`. */
function at(node: CamtNode | undefined, ...path: readonly string[]): CamtNode | undefined {
  return path.reduce<CamtNode | undefined>((here, name) => here?.children.find(child => child.name === name), node)
}

const textAt = (node: CamtNode | undefined, ...path: readonly string[]): string => at(node, ...path)?.text.trim() ?? ''

/** The parts of one `TxDtls`. The amount is the transaction's own, as any version has it. */
export function detailsOf(node: CamtNode): CamtDetails {
  const amount = at(node, 'Amt') ?? at(node, 'AmtDtls', 'TxAmt', 'Amt')
  const parties = at(node, 'RltdPties')
  return {
    amount: amount?.text.trim(),
    currency: amount?.attributes['Ccy'],
    direction: at(node, 'CdtDbtInd')?.text.trim(),
    reference: provided(textAt(node, 'Refs', 'AcctSvcrRef')),
    debtor: nameOf(parties, 'Dbtr', 'UltmtDbtr'),
    creditor: nameOf(parties, 'Cdtr', 'UltmtCdtr'),
    text: remittanceOf(node) || textAt(node, 'AddtlTxInf'),
  }
}

/** The name of a party: on its own, or in the `Pty` of later versions. */
function nameOf(parties: CamtNode | undefined, ...roles: readonly string[]): string {
  for (const role of roles) {
    const name = textAt(parties, role, 'Nm') || textAt(parties, role, 'Pty', 'Nm')
    if (name !== '') return name
  }
  return ''
}

function remittanceOf(node: CamtNode): string {
  const found: string[] = []
  for (const child of at(node, 'RmtInf')?.children ?? []) {
    if (child.name === 'Ustrd') found.push(child.text.trim())
    if (child.name !== 'Strd') continue
    found.push(textAt(child, 'CdtrRefInf', 'Ref'))
    for (const more of child.children) if (more.name === 'AddtlRmtInf') found.push(more.text.trim())
  }
  return found.filter(text => text !== '').join(' ')
}

/** Banks write a word where they have no reference. */
const provided = (reference: string): string => (/^(NOTPROVIDED|NONREF|N\/?A)$/i.test(reference) ? '' : reference)

/**
 * Returns the rows of an element `Ntry`: one for each of its details if their amounts add up to
 * its own, else a single one. The sign is `CdtDbtInd`, which a reversal does not change; a reversal
 * names the other party on the other side.
 */
export function rowsOfEntry(entry: CamtNode, details: readonly CamtDetails[], account: string): readonly FixedRow[] {
  const whole = at(entry, 'Amt')
  const direction = textAt(entry, 'CdtDbtInd')
  const reference = provided(textAt(entry, 'AcctSvcrRef'))
  const isReversal = /^(true|1)$/.test(textAt(entry, 'RvslInd'))
  const status = textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts')
  const additional = textAt(entry, 'AddtlNtryInf')
  const common = {
    account,
    day: (dayAt(entry, 'BookgDt') || dayAt(entry, 'ValDt')).slice(0, 10),
    currency: whole?.attributes['Ccy'] ?? '',
    type: additional.length <= 60 ? additional : '',
    status: status === 'BOOK' || status === '' ? BOOKED : status,
  }
  const row = (one: CamtDetails, more: Pick<FixedRow, 'amount' | 'id'>, way: string): FixedRow => ({
    ...common,
    ...more,
    party: (way === 'CRDT') === isReversal ? one.creditor || one.debtor : one.debtor || one.creditor,
    text: one.text || (additional.length > 60 ? additional : ''),
  })
  const [only = NO_DETAILS] = details
  const isSplit = details.length > 1 && addsUp(whole?.text.trim() ?? '', common.currency, direction, details)
  if (!isSplit) {
    const one = details.length > 1 ? shared(details) : only
    const id = (details.length > 1 ? '' : one.reference) || reference
    return [row(one, { amount: signed(whole?.text ?? '', direction), id }, direction)]
  }
  return details.map((one, index) => {
    const way = one.direction ?? direction
    const id = one.reference || (reference === '' ? '' : `${reference}-${index + 1}`)
    return row(one, { amount: signed(one.amount ?? '', way), id }, way)
  })
}

const dayAt = (entry: CamtNode, name: string): string => textAt(entry, name, 'Dt') || textAt(entry, name, 'DtTm')

/** The party that all details of an entry name, if they do. */
function shared(details: readonly CamtDetails[]): CamtDetails {
  const same = (part: 'debtor' | 'creditor'): string =>
    details.every(one => one[part] === details[0]?.[part]) ? (details[0]?.[part] ?? '') : ''
  return { ...NO_DETAILS, debtor: same('debtor'), creditor: same('creditor') }
}

function signed(amount: string, direction: string): string {
  const plain = amount.trim()
  if (direction === 'CRDT') return plain
  // Without a direction, an amount could be either: the row cannot be read, and shows why.
  return direction === 'DBIT' ? `-${plain}` : `${plain} ?`
}

function addsUp(whole: string, currency: string, direction: string, details: readonly CamtDetails[]): boolean {
  let total = 0n
  for (const { amount, currency: own, direction: way } of details) {
    const units = unitsOf(amount ?? '')
    if (units === undefined || (own ?? currency) !== currency) return false
    total += (way ?? direction) === direction ? units : -units
  }
  return total === unitsOf(whole)
}

/** An amount in 10^-6 of the currency; undefined if it is none. */
function unitsOf(amount: string): bigint | undefined {
  const found = /^(\d{1,18})(?:\.(\d{0,6}))?$/.exec(amount)
  return found === null ? undefined : BigInt(`${found[1]}${(found[2] ?? '').padEnd(6, '0')}`)
}
