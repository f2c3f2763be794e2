import type { CorrectableEntry, EntryAsItIs } from '../../shared/api/correction.ts'
import { correctedFieldsOf } from '../../shared/contract/commands.ts'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import type { Voice } from '../../shared/words/say.ts'
import { contractAnswer } from '../answers/contract-answer.ts'
import { entryLabel } from '../answers/entry-label.ts'
import { accepted, type Outcome, refused } from '../answers/outcome.ts'
import type { Book, RecordedEntry } from '../book/book.ts'
import { commandAgain } from '../escrow/again.ts'
import type { ContractState } from '../escrow/contract/state.ts'
import { foldEntries } from '../escrow/fold.ts'
import { viewContract } from '../escrow/view.ts'
import { entryMovement } from './entry-movement.ts'

/**
 * Answers the query `correctable`: an entry as a form of a correction needs it, under the number
 * that it has today. Refuses one that does not stand, an opening and a reversal (`unknown-entry`).
 */
export async function correctableEntry(
  book: Book,
  number: number,
  today: IsoDate,
  locale: string,
): Promise<Outcome<CorrectableEntry>> {
  if (number > book.info().entries)
    return refused({ code: 'unknown-entry', params: { entry: number }, variant: 'in-book', field: 'entry' })
  const { contract: contractId } = await book.record(await book.entryToday(number))
  const contract = book.contract(contractId)
  if (contract === undefined) return refused({ code: 'unknown-contract', params: { contract: contractId } })
  const { rows } = await book.records({ contractId })
  const standing = rows.filter(({ reverses, reversedBy }) => reverses === undefined && reversedBy === undefined)
  const entry = await book.entryToday(number)
  const index = standing.findIndex(each => each.entry === entry)
  const record = standing[index]
  const before = index < 1 ? undefined : foldEntries(standing.slice(0, index))
  const command = record === undefined || before === undefined ? undefined : commandAgain(record, before.policy)
  if (record === undefined || before === undefined || command === undefined)
    return refused({ code: 'unknown-entry', params: { entry: number }, variant: 'not-standing', field: 'entry' })
  const voice: Voice = { locale, decimals: contract.decimals }
  const asItIs = (each: RecordedEntry): EntryAsItIs => ({
    entry: each.entry,
    label: entryLabel(each, contract, voice),
    was: entryMovement(each, contract),
  })
  return accepted({
    ...asItIs(record),
    contractId,
    command,
    fields: correctedFieldsOf(record.type),
    before: contractAnswer(viewContract({ ...before, ...namesOf(contract) }, today), voice),
    later: standing.slice(index + 1).map(asItIs),
  })
}

/** The names of a contract, which renames have changed since. */
function namesOf({ title, client, freelancer, side }: ContractState): Partial<ContractState> {
  return { title, client, freelancer, side }
}
