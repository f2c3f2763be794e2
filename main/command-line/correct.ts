import type { CorrectionView } from '../../shared/api/correction.ts'
import { type EscrowCommand, escrowCommandSchema } from '../../shared/contract/commands.ts'
import type { PaperName } from '../../shared/contract/paper.ts'
import { exampleAmount, parseAmount } from '../../shared/money/amount-text.ts'
import { formatAmount, type Minor } from '../../shared/money/money.ts'
import { say, type Voice } from '../../shared/words/say.ts'
import { accepted, type Outcome, refused } from '../answers/outcome.ts'
import type { Book } from '../book/book.ts'
import type { ContractState } from '../escrow/contract/state.ts'
import { correctionOf } from '../queries/correction.ts'
import { papersChanged } from '../queries/papers.ts'
import { EXIT, type Exit } from './exit.ts'
import { flag, parsed, refusedBy, text, texts, wholeNumber, wrongUse } from './options.ts'
import type { Context } from './surroundings.ts'
import { readingBook, writingBook } from './with-book.ts'

type Correct = Extract<EscrowCommand, { type: 'correct' }>

/** The fields of an entry that are amounts of money. */
const AMOUNTS: ReadonlySet<string> = new Set(['amount', 'fee', 'release', 'refund'])

/**
 * `correct ENTRY`: changes or removes an earlier entry, along with everything that follows from it.
 * With `--dry-run` it only prints what would change.
 */
export async function correct(context: Context): Promise<Exit> {
  const isTrial = flag(context, 'dry-run')
  const open = isTrial ? readingBook : writingBook
  return open(context, async book => {
    const entry = wholeNumber(context.call.operands[0])
    const contract = await contractOf(book, entry)
    const command = commandOf(context, entry, contract)
    if (!command.ok) return wrongUse(context, command.refusal)
    if (contract === undefined) throw new Error('an unknown entry was parsed')
    const previewed = await book.preview(command.value)
    if (!previewed.ok) return refusedBy(context, previewed.refusal)
    const voice = { locale: context.around.locale, decimals: contract.decimals }
    const papers = await papersChanged(book, previewed)
    const effect: Effect = { ...(await correctionOf(book, contract, previewed, voice)), papers }
    if (isTrial) {
      await context.terminal.answer(effect, changesIn(effect, contract, voice))
      return EXIT.fine
    }
    const done = await book.execute(command.value)
    if (!done.ok) return refusedBy(context, done.refusal)
    const value = { entry: done.entry, contractId: contract.id, ...done.value, ...effect }
    const params = { entry: command.value.entry, recorded: effect.entries.filter(({ now }) => now !== null).length }
    await context.terminal.answer(
      value,
      [say('terminal.correct.done', params, voice), changesIn(effect, contract, voice)].join('\n'),
    )
    return EXIT.fine
  })
}

async function contractOf(book: Book, entry: unknown): Promise<ContractState | undefined> {
  if (typeof entry !== 'number' || entry < 1 || entry > book.info().entries) return undefined
  return book.contract((await book.record(entry)).contract)
}

function commandOf(context: Context, entry: unknown, contract: ContractState | undefined): Outcome<Correct> {
  if (contract === undefined)
    return refused({ code: 'unknown-entry', params: { entry: String(entry) }, variant: 'in-book', field: 'entry' })
  const fields = fieldsIn(texts(context, 'set'), contract)
  if (!fields.ok) return fields
  const command = parsed(escrowCommandSchema, {
    type: 'correct',
    contractId: contract.id,
    entry,
    with: Object.keys(fields.value).length === 0 ? undefined : fields.value,
    remove: flag(context, 'remove') ? true : undefined,
    on: text(context, 'on'),
  })
  if (!command.ok) return command
  if (command.value.type !== 'correct') throw new Error('another command was given')
  return accepted(command.value)
}

/** The fields given as `name=value`; an empty value clears the field. */
function fieldsIn(
  given: readonly string[],
  { currency, decimals }: ContractState,
): Outcome<Readonly<Record<string, unknown>>> {
  const fields: Record<string, unknown> = {}
  for (const each of given) {
    const [name = '', ...rest] = each.split('=')
    const value = rest.join('=')
    if (rest.length === 0)
      return refused({ code: 'bad-input', params: { given: each }, variant: 'no-value', field: 'with' })
    if (value === '') fields[name] = null
    else if (AMOUNTS.has(name)) {
      const amount = parseAmount(value, decimals, 'en', currency)
      if (!amount.ok) {
        const params = {
          currency,
          given: 'given' in amount ? amount.given : value,
          example: exampleAmount(decimals, 'en'),
        }
        return refused({ code: 'bad-amount', params, variant: amount.reason, field: `with.${name}` })
      }
      fields[name] = amount.amount
    } else fields[name] = name === 'refundRemainder' ? value === 'true' : value
  }
  return accepted(fields)
}

/** The effect of a correction, and the papers that no longer agree with the book after it. */
type Effect = CorrectionView & { readonly papers: readonly PaperName[] }

/** The changed figures, entries and papers, one per line. */
function changesIn(
  { before, after, entries, papers }: Effect,
  { decimals, currency }: ContractState,
  voice: Voice,
): string {
  const money = (amount: Minor): string => formatAmount(amount, decimals, voice.locale)
  const figures = (['escrow', 'unallocated', 'deposited', 'released', 'refunded', 'bonuses', 'returned'] as const)
    .filter(name => before[name] !== after[name])
    .map(name => say('terminal.correct.figure', { name, was: money(before[name]), now: money(after[name]), currency }))
  const same = entries.filter(each => each.same).length
  const changed = entries
    .filter(each => !each.same)
    .map(({ entry, label, was, now }) =>
      now === null
        ? say('terminal.correct.left-out', { entry, label }, voice)
        : say(
            'terminal.correct.entry',
            { entry, label, was: money(was.gross), now: money(now.gross), wasOn: { day: was.on }, on: { day: now.on } },
            voice,
          ),
    )
  const left = papers.map(({ kind, name, from, to }) =>
    say('terminal.correct.paper', { kind, name, from: { day: from }, to: { day: to } }, voice),
  )
  return [...figures, ...changed, ...(same > 0 ? [say('terminal.correct.same', { same }, voice)] : []), ...left].join(
    '\n',
  )
}
