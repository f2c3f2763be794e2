import { Plus, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { CURRENCIES } from '../../../shared/money/currencies.ts'
import { Button } from '../../controls/button.tsx'
import { useSide } from '../../state/sides.ts'
import { words } from '../../words/say.tsx'
import question from '../new-contract/question.module.css'
import { addMilestone, ask, askMilestone, type Question, removeMilestone } from './plan-state.ts'
import styles from './question-form.module.css'

const SLOT = `${question['slot']} ${styles['slot']}`
/** A placeholder for a slot in the sentence, so that translations can order the slots. */
const MARK = /(\{\w+\})/

interface QuestionFormProps {
  readonly question: Question
  /** The slot with a problem, such as `amount` or `milestones.0.amount`. */
  readonly wrong: string | undefined
}

/** The question as a sentence with slots to fill in. */
export function QuestionForm({ question: asked, wrong }: QuestionFormProps) {
  const id = useId()
  const sentence = words('planner.question', {
    side: useSide(),
    amount: '{amount}',
    currency: '{currency}',
    milestones: '{milestones}',
  })
  const slot = (name: string) =>
    name === 'milestones' ? (
      <MilestoneSlots key={name} milestones={asked.milestones} wrong={wrong} />
    ) : (
      <input
        key={name}
        className={SLOT}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        aria-invalid={wrong === name}
        {...(name === 'currency'
          ? {
              'aria-label': words('slot.currency'),
              list: `${id}-currencies`,
              inputMode: 'text',
              'data-upper': true,
              value: asked.currency,
              onChange: event => ask({ currency: event.target.value }),
            }
          : {
              'aria-label': words('planner.amount'),
              inputMode: 'decimal',
              value: asked.amount,
              onChange: event => ask({ amount: event.target.value }),
            })}
      />
    )
  return (
    <div className={question['question']}>
      {sentence.split(MARK).map(part => (MARK.test(part) ? slot(part.slice(1, -1)) : part))}
      <datalist id={`${id}-currencies`}>
        {CURRENCIES.map(code => (
          <option key={code} value={code} />
        ))}
      </datalist>
    </div>
  )
}

interface MilestoneSlotsProps {
  readonly milestones: Question['milestones']
  readonly wrong: string | undefined
}

/**
 * The amounts of the milestones. Enter in the last adds one, Backspace in an empty one removes it.
 */
function MilestoneSlots({ milestones, wrong }: MilestoneSlotsProps) {
  const slots = useRef<HTMLSpanElement>(null)
  const count = milestones.length
  const before = useRef(count)
  useEffect(() => {
    // Move the focus to a newly added slot, so that the person can go on typing.
    if (count > before.current) slots.current?.querySelector<HTMLInputElement>('span:last-of-type > input')?.focus()
    before.current = count
  }, [count])

  function onKey(event: KeyboardEvent<HTMLInputElement>, index: number): void {
    if (event.key === 'Enter' && index === count - 1) addMilestone()
    else if (event.key === 'Backspace' && milestones[index]?.amount === '' && count > 1) remove(index)
    else return
    event.preventDefault()
  }

  /** Moves the focus to the previous slot before removing its own, so that it is not lost. */
  function remove(index: number): void {
    const slot = milestones[index]
    if (slot === undefined) return
    removeMilestone(slot.id)
    const inputs = slots.current?.querySelectorAll('input')
    inputs?.[index === 0 ? 1 : index - 1]?.focus()
  }

  return (
    <span ref={slots} className={styles['milestones']}>
      {milestones.map((slot, index) => (
        <MilestoneSlot
          key={slot.id}
          slot={slot}
          index={index}
          wrong={wrong === `milestones.${index}.amount`}
          onKey={event => onKey(event, index)}
          onRemove={count === 1 ? undefined : () => remove(index)}
        />
      ))}{' '}
      <Button
        look="line"
        small
        icon={Plus}
        className={styles['add']}
        aria-label={words('planner.add')}
        onClick={addMilestone}
      />
    </span>
  )
}

interface MilestoneSlotProps {
  readonly slot: Question['milestones'][number]
  readonly index: number
  readonly wrong: boolean
  readonly onKey: (event: KeyboardEvent<HTMLInputElement>) => void
  /** Undefined for the only milestone, which cannot be removed. */
  readonly onRemove: (() => void) | undefined
}

function MilestoneSlot({ slot, index, wrong, onKey, onRemove }: MilestoneSlotProps) {
  return (
    <span className={styles['milestone']}>
      <input
        className={SLOT}
        aria-label={words('planner.milestone', { place: index + 1 })}
        inputMode="decimal"
        autoComplete="off"
        value={slot.amount}
        aria-invalid={wrong}
        onChange={event => askMilestone(slot.id, { amount: event.target.value })}
        onKeyDown={onKey}
      />
      {onRemove === undefined ? null : (
        <button
          type="button"
          className={styles['remove']}
          aria-label={words('planner.remove', { place: index + 1 })}
          onClick={onRemove}
        >
          <X size={12} strokeWidth={2} aria-hidden />
        </button>
      )}
    </span>
  )
}
