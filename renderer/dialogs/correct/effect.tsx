import type { AnswerError } from '../../../shared/api/answers.ts'
import type { CorrectableEntry, EntryAsItIs } from '../../../shared/api/correction.ts'
import type { ContractView } from '../../../shared/contract/contract.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { Button } from '../../controls/button.tsx'
import { ProblemText } from '../../form/problem-text.tsx'
import { Reopen } from '../../form/reopen.tsx'
import { TouchedPapers } from '../../form/touched-papers.tsx'
import { WORDS_LOCALE } from '../../words/locale.ts'
import { refused } from '../../words/problem.ts'
import { words } from '../../words/say.tsx'
import { ChangedTable } from './changed-table.tsx'
import styles from './correct.module.css'
import { AnewTable, StopsTable } from './entries-table.tsx'
import type { Correction } from './use-correction.ts'

interface RefusalProps {
  readonly entry: CorrectableEntry
  readonly correction: Correction
  readonly isRemoved: boolean
  readonly onRemoveToo: (removed: readonly number[]) => void
  readonly onInstead: () => void
}

/** The refusal of a correction, with ways out. */
export function CorrectionRefusal({ entry, correction, isRemoved, onRemoveToo, onInstead }: RefusalProps) {
  const { error, wayOut } = correction
  if (error === null) return null
  return (
    <ProblemText
      problem={refused(inOwnTerms(error, entry))}
      waysOut={
        <WaysOut
          error={error}
          removed={wayOut === null ? null : entry.later.filter(each => wayOut.includes(each.entry))}
          isRemoved={isRemoved}
          onRemoveToo={onRemoveToo}
          onInstead={onInstead}
        />
      }
    />
  )
}

interface EffectProps {
  readonly entry: CorrectableEntry
  /** The contract as it is now. */
  readonly contract: ContractView
  readonly today: IsoDate
  readonly correction: Correction
  readonly isRemoved: boolean
}

/** The figures, entries and papers that a correction changes, or how far it comes. */
export function CorrectionEffect({ entry, contract, today, correction, isRemoved }: EffectProps) {
  const { currency, decimals } = contract
  const book = { currency, decimals, today }
  const { value, error } = correction
  if (error !== null)
    return error.entry === undefined || error.entry === entry.entry ? null : (
      <StopsTable corrected={entry} later={entry.later} stopsAt={error.entry} isRemoved={isRemoved} {...book} />
    )
  const { contract: after, correction: effect, papers = [], warnings = [] } = value ?? {}
  if (effect === undefined || after === undefined) return null
  return (
    <>
      <ChangedTable before={contract} after={after} />
      <AnewTable entries={effect.entries} {...book} />
      {warnings
        // The figures show it.
        .filter(({ code }) => code !== 'closes-milestone')
        .map(({ code, message }) => (
          <p key={code} className={styles['warning']}>
            {message}
          </p>
        ))}
      <TouchedPapers papers={papers} />
    </>
  )
}

/** The refusal in the terms of the dialog: its own entry needs no number, another one its label. */
function inOwnTerms(error: AnswerError, { entry, later }: CorrectableEntry): AnswerError {
  const { reason } = error
  if (reason === undefined || error.entry === undefined) return error
  if (error.entry === entry) return { ...error, message: reason }
  const what = later.find(each => each.entry === error.entry)?.label ?? ''
  return { ...error, message: `${words('correct.refused', { entry: error.entry, what })} ${reason}`, hint: reason }
}

interface WaysOutProps {
  readonly error: AnswerError
  /** The entries that would have to be removed too. */
  readonly removed: readonly EntryAsItIs[] | null
  readonly isRemoved: boolean
  readonly onRemoveToo: (removed: readonly number[]) => void
  readonly onInstead: () => void
}

/** The ways out: others go too, other fields instead, or reopening the books. */
function WaysOut({ error, removed, isRemoved, onRemoveToo, onInstead }: WaysOutProps) {
  if (error.code === 'period-closed') return <Reopen />
  const names = new Intl.ListFormat(WORDS_LOCALE, { type: 'conjunction' }).format(
    (removed ?? []).map(({ label }) => label),
  )
  return (
    <>
      {removed === null ? null : (
        <Button small look="line" onClick={() => onRemoveToo(removed.map(({ entry }) => entry))}>
          {words('correct.remove-too', { count: removed.length, what: names })}
        </Button>
      )}
      {isRemoved ? (
        <Button small look="quiet" onClick={onInstead}>
          {words('correct.instead')}
        </Button>
      ) : null}
    </>
  )
}
