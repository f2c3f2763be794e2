import type { CorrectableEntry } from '../../../shared/api/correction.ts'
import type { ContractView } from '../../../shared/contract/contract.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { minor } from '../../../shared/money/money.ts'
import { useQuery } from '../../ask/use-query.ts'
import { EntryDetailsFields } from '../../form/entry-details.tsx'
import { ProblemText } from '../../form/problem-text.tsx'
import { closeBookDialog } from '../../state/book-dialog.ts'
import { useStore } from '../../state/store.ts'
import { askToDiscard } from '../../state/unsaved.ts'
import { fullDateText } from '../../words/days.ts'
import { type Problem, refused } from '../../words/problem.ts'
import { Say, words } from '../../words/say.tsx'
import { DialogFrame } from '../frame/dialog-frame.tsx'
import styles from './correct.module.css'
import { CorrectFields } from './correct-form.tsx'
import type { Change, CorrectValues } from './corrected-values.ts'
import { CorrectionEffect, CorrectionRefusal } from './effect.tsx'
import { amountsOf } from './shown-entries.ts'
import { useCorrectForm } from './use-correct-form.ts'

/** Corrects an entry, or removes it, after showing what follows from that. */
export function CorrectDialog({ entry, remove = false }: { readonly entry: number; readonly remove?: boolean }) {
  const { value, error } = useQuery({ type: 'correctable', entry })
  const contractId = value?.contractId
  const contract = useQuery(contractId === undefined ? null : { type: 'contract', contractId, limit: 1 }).value
    ?.contract
  const today = useStore(state => state.book?.today)
  if (error !== null)
    return (
      <DialogFrame
        title={words('correct.action')}
        confirm={words('dialog.close')}
        confirmDisabled={false}
        foot={null}
        onSubmit={closeBookDialog}
        onLeave={closeBookDialog}
      >
        <ProblemText problem={refused(error)} />
      </DialogFrame>
    )
  if (value === null || contract === undefined || today === undefined) return null
  return <Correct entry={value} contract={contract} today={today} what={remove ? 'never' : 'different'} />
}

interface CorrectProps {
  readonly entry: CorrectableEntry
  /** The contract as it is now. */
  readonly contract: ContractView
  readonly today: IsoDate
  readonly what: CorrectValues['what']
}

function Correct({ entry, contract, today, what }: CorrectProps) {
  const { decimals } = contract
  const correct = useCorrectForm(entry, what)
  const { form, isRemoved, isDirty, correction, problem } = correct
  return (
    <DialogFrame
      broad
      title={words('correct.title', { what: entry.label })}
      subtitle={subtitleOf(entry, decimals)}
      confirm={confirmText(correct.change, entry, decimals, correct.isReady)}
      confirmDisabled={!correct.isReady}
      foot={footText(correct)}
      onSubmit={() => void correct.submit()}
      onLeave={() => (isDirty ? askToDiscard('changes', closeBookDialog) : closeBookDialog())}
    >
      <fieldset className={styles['choices']} aria-label={words('correct.what')}>
        {(['different', 'never'] as const).map(each => (
          <label key={each} className={styles['choice']}>
            <input type="radio" value={each} {...form.register('what')} />
            <span>
              <Say text={`correct.${each}`} />
            </span>
          </label>
        ))}
      </fieldset>
      {isRemoved ? null : <CorrectFields form={form} entry={entry} wrong={correct.wrong} />}
      {problem === null || problem.quiet || isSaidInField(problem) ? null : <ProblemText problem={problem} />}
      {correction === null ? null : (
        <CorrectionRefusal
          entry={entry}
          correction={correction}
          isRemoved={isRemoved}
          onRemoveToo={correct.removeToo}
          onInstead={() => form.setValue('what', 'different', { shouldDirty: true })}
        />
      )}
      {isRemoved ? null : (
        <EntryDetailsFields form={form} usual={entry.was.on} isRecorded wrong={correct.wrong === 'on'} />
      )}
      <div className={styles['shows']} aria-live="polite" aria-atomic="true">
        {correction === null ? null : (
          <CorrectionEffect
            entry={entry}
            contract={contract}
            today={today}
            correction={correction}
            isRemoved={isRemoved}
          />
        )}
      </div>
    </DialogFrame>
  )
}

/** A day that cannot be read is refused by its field. */
function isSaidInField({ text, refusal }: Problem): boolean {
  return text === null && refusal === null
}

function subtitleOf({ entry, was }: CorrectableEntry, decimals: number): string {
  const { was: amount } = amountsOf(was, null)
  const hasAmount = amount === null ? 'no' : 'yes'
  return words(
    'correct.subtitle',
    { entry, on: fullDateText(was.on), hasAmount, amount: amount === null ? '' : { money: amount } },
    decimals,
  )
}

function footText({ change, correction, problem }: ReturnType<typeof useCorrectForm>): string {
  const isRefused = correction?.isCurrent === true && correction.error !== null
  if (isRefused || (problem !== null && !problem.quiet)) return words('dialog.nothing-yet')
  if (change.kind === 'nothing' || problem !== null) return words('correct.nothing')
  return words(correction?.isCurrent ? 'correct.foot' : 'correct.looking')
}

/** The button names the new amount once its effect is on the screen. */
function confirmText(change: Change, entry: CorrectableEntry, decimals: number, isReady: boolean): string {
  if (change.kind === 'remove') return words('correct.remove', { what: entry.label })
  const amount = change.kind === 'with' && isReady ? change.fields.amount : undefined
  return amount === undefined || amount === null
    ? words('correct.confirm', { to: 'fields', amount: '' })
    : words('correct.confirm', { to: 'amount', amount: { money: minor(amount) } }, decimals)
}
