import type { AccountCommand, AccountCommandOf } from '../../shared/account/commands.ts'
import type { AccountEvent, AccountMove } from '../../shared/account/events.ts'
import { isSameParty } from '../../shared/contract/party-key.ts'
import type { Refusal, Warning } from '../../shared/contract/refusals.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { missingCase } from '../../shared/missing-case.ts'
import { decimalsOf } from '../../shared/money/currencies.ts'
import { ZERO } from '../../shared/money/money.ts'
import { firstOpenDay, mustNotBeClosed } from '../escrow/rules/period.ts'
import { refuse } from '../escrow/rules/verdict.ts'
import { mustBeAmounts, mustKeepTotals } from './amounts.ts'
import type { AccountContext } from './context.ts'
import { effectOf } from './effects.ts'
import { overdrawnBy } from './overdrawn.ts'
import { balanceOf } from './stages.ts'
import { type AccountState, withMove } from './state.ts'

/**
 * The events of an accepted command about an account, with its day and warnings; or its refusal.
 */
export type AccountDecision =
  | {
      readonly ok: true
      readonly on: IsoDate
      readonly events: readonly AccountEvent[]
      readonly warnings: readonly Warning[]
    }
  | { readonly ok: false; readonly refusal: Refusal }

/**
 * Decides a command on its account (`undefined` if there is none: `unknown-account`, unless it is
 * an opening). Pure: changes nothing. Refusals come in the order of rules.md: shape, existence, the
 * move's own conditions, its amounts, the date last.
 */
export function decideAccount(
  account: AccountState | undefined,
  command: AccountCommand,
  context: AccountContext,
): AccountDecision {
  const judged = judge(account, command, context)
  if ('code' in judged) return { ok: false, refusal: judged }
  const on = command.on ?? usualAccountDay(context)
  const refusal = dayRefusal(on, context)
  if (refusal !== undefined) return { ok: false, refusal }
  return { ok: true, on, events: [judged], warnings: overdrawnBy(account, judged, context) }
}

/** The day of a command that gives none: today, or the first day that is not closed. */
export function usualAccountDay({ today, closedUntil }: Pick<AccountContext, 'today' | 'closedUntil'>): IsoDate {
  const open = firstOpenDay(closedUntil)
  return open !== null && open > today ? open : today
}

function dayRefusal(on: IsoDate, context: AccountContext): Refusal | undefined {
  const { today, closedUntil } = context
  if (on > today && on !== usualAccountDay(context))
    return refuse('date-in-future', { today: { day: today } }, { field: 'on' })
  return mustNotBeClosed(on, closedUntil, { field: 'on' })
}

function judge(
  account: AccountState | undefined,
  command: AccountCommand,
  context: AccountContext,
): AccountEvent | Refusal {
  const shape = mustBeAmounts(command)
  if (command.type === 'open-account') return shape ?? opened(command, context)
  if (account === undefined) return refuse('unknown-account', {}, { field: 'accountId' })
  switch (command.type) {
    case 'edit-account':
      return (
        mustBeEditable(account, command, context) ??
        shape ??
        mustBeOpenDay(account, command, context) ??
        editedEvent(command)
      )
    case 'reverse-account':
      return reversed(command, context)
    case 'receive':
    case 'withdraw':
    case 'charge':
    case 'withhold':
    case 'adjust': {
      const move = moveOf(account, command, context)
      if ('code' in move) return move
      const effect = effectOf(move)
      return shape ?? mustKeepTotals(withMove(account.sums, effect, 1)) ?? move
    }
    default:
      return missingCase(command)
  }
}

function opened(command: AccountCommandOf<'open-account'>, { accounts }: AccountContext): AccountEvent | Refusal {
  const { name, currency, opening = ZERO } = command
  const decimals = decimalsOf(currency)
  if (decimals === undefined) return refuse('unknown-currency', { currency }, { field: 'currency' })
  return mustBeFree(name, accounts) ?? { type: 'account-opened', name, currency, decimals, opening }
}

/** Refuses the name of another account, compared as parties are (`account-exists`). */
function mustBeFree(name: string, accounts: readonly AccountState[]): Refusal | undefined {
  const same = accounts.find(account => isSameParty(account.name, name))
  return same && refuse('account-exists', { name: same.name }, { field: 'name' })
}

function mustBeEditable(
  account: AccountState,
  { name, opening, archived }: AccountCommandOf<'edit-account'>,
  { accounts, linked }: AccountContext,
): Refusal | undefined {
  const others = accounts.filter(({ id }) => id !== account.id)
  const taken = name === undefined ? undefined : mustBeFree(name, others)
  if (taken !== undefined) return taken
  if (archived === true) {
    const balance = balanceOf({ ...account, opening: opening ?? account.opening }, linked)
    if (balance !== 0)
      return refuse('account-in-use', { balance: { money: balance } }, { variant: 'balance', field: 'archived' })
    const open = linked.find(({ status }) => status !== 'ended')
    if (open !== undefined)
      return refuse('account-in-use', { contract: open.title }, { variant: 'contract', field: 'archived' })
  }
  return undefined
}

/** Refuses another opening balance while its day is closed (`period-closed`). */
function mustBeOpenDay(
  account: AccountState,
  { opening }: AccountCommandOf<'edit-account'>,
  { closedUntil }: AccountContext,
): Refusal | undefined {
  if (opening === undefined || opening === account.opening) return undefined
  return mustNotBeClosed(account.openedOn, closedUntil, { variant: 'opening', field: 'opening' })
}

function editedEvent({ name, opening, archived }: AccountCommandOf<'edit-account'>): AccountEvent {
  return {
    type: 'account-edited',
    ...(name !== undefined && { name }),
    ...(opening !== undefined && { opening }),
    ...(archived !== undefined && { archived }),
  }
}

function reversed(
  { entry }: AccountCommandOf<'reverse-account'>,
  { ownMove, closedUntil }: AccountContext,
): AccountEvent | Refusal {
  const found = ownMove(entry)
  if (found === undefined) return refuse('unknown-entry', { entry }, { field: 'entry' })
  if (found.isReversed) return refuse('nothing-to-reverse', { entry }, { variant: 'account', field: 'entry' })
  return (
    mustNotBeClosed(found.on, closedUntil, { variant: 'reverse' }) ?? {
      type: 'account-move-reversed',
      entry,
      move: found.move,
    }
  )
}

type MoveCommand = AccountCommandOf<'receive' | 'withdraw' | 'charge' | 'withhold' | 'adjust'>

/** The move that a command describes; refuses what it names and cannot be. */
function moveOf(account: AccountState, command: MoveCommand, { isIncome }: AccountContext): AccountMove | Refusal {
  const { amount } = command
  switch (command.type) {
    case 'receive': {
      const { fee = ZERO, kind, from = null } = command
      return { type: 'income-received', amount, fee, kind, from }
    }
    case 'withdraw':
      return withdrawn(account, command)
    case 'charge':
      return { type: 'account-charged', amount, kind: command.kind }
    case 'withhold': {
      const { kind, about = null } = command
      return about === null || isIncome(about)
        ? { type: 'tax-withheld', amount, kind, about }
        : refuse('unknown-entry', { entry: about }, { variant: 'income', field: 'about' })
    }
    case 'adjust':
      // Nobody could say later what an adjustment without a word was for.
      return command.note === undefined || command.note.trim() === ''
        ? refuse('bad-input', {}, { variant: 'needs-note', field: 'note' })
        : { type: 'balance-adjusted', amount }
    default:
      return missingCase(command)
  }
}

function withdrawn(account: AccountState, command: AccountCommandOf<'withdraw'>): AccountMove | Refusal {
  const { amount, fee = ZERO, arrived } = command
  if (arrived === undefined) return { type: 'money-withdrawn', amount, fee, arrived: null }
  const { currency } = arrived
  const decimals = decimalsOf(currency)
  if (decimals === undefined) return refuse('unknown-currency', { currency }, { field: 'arrived.currency' })
  if (currency === account.currency)
    return refuse('bad-input', { currency }, { variant: 'own-currency', field: 'arrived.currency' })
  return { type: 'money-withdrawn', amount, fee, arrived: { currency, decimals, amount: arrived.amount } }
}
