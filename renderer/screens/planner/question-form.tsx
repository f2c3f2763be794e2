import { Plus, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef } from 'react'
import { CURRENCIES } from '../../../shared/money/currencies.ts'
import { Button } from '../../controls/button.tsx'
import { words } from '../../words/say.tsx'
import question from '../new-contract/question.module.css'
import { addMilestone, ask, askMilestone, type Question, removeMilestone } from './plan-state.ts'
import styles from './question-form.module.css'

const SLOT = `${question['slot']} ${styles['slot']}`
/** Stand for the slots in the sentence, so that another language may put them in another order. */
const MARK = /(\{\w+\})/

interface QuestionFormProps {
  readonly question: Question
  /** The slot that is wrong, such as `amount` or `milestones.0.amount`. */
  readonly wrong: string | undefined
}

/**
 * The seed's question as a sentence with slots to fill. Enter in the last amount adds one,
 * Backspace in an empty one takes it out.
 */
export function QuestionForm({ question: asked, wrong }: QuestionFormProps) {
  const id = useId()
  const slots = useRef<HTMLSpanElement>(null)
  const { amount, currency, milestones } = asked
  const count = milestones.length
  const before = useRef(count)
  useEffect(() => {
    // A slot that was just added is where one goes on typing.
    if (count > before.current) slots.current?.querySelector<HTMLInputElement>('span:last-of-type > input')?.focus()
    before.current = count
  }, [count])

  function onKey(event: KeyboardEvent<HTMLInputElement>, place: number): void {
    const slot = milestones[place]
    if (slot === undefined) return
    if (event.key === 'Enter' && place === count - 1) addMilestone()
    else if (event.key === 'Backspace' && slot.amount === '' && count > 1) remove(place)
    else return
    event.preventDefault()
  }

  /** The focus goes to the slot before, so that it is never lost with what held it. */
  function remove(place: number): void {
    const slot = milestones[place]
    if (slot === undefined) return
    removeMilestone(slot.id)
    const inputs = slots.current?.querySelectorAll('input')
    inputs?.[place === 0 ? 1 : place - 1]?.focus()
  }

  const amounts = (
    <span key="milestones" ref={slots} className={styles['milestones']}>
      {milestones.map((slot, place) => (
        <span key={slot.id} className={styles['milestone']}>
          <input
            className={SLOT}
            aria-label={words('planner.milestone', { place: place + 1 })}
            inputMode="decimal"
            autoComplete="off"
            value={slot.amount}
            aria-invalid={wrong === `milestones.${place}.amount`}
            onChange={event => askMilestone(slot.id, { amount: event.target.value })}
            onKeyDown={event => onKey(event, place)}
          />
          {count === 1 ? null : (
            <button
              type="button"
              className={styles['remove']}
              aria-label={words('planner.remove', { place: place + 1 })}
              onClick={() => remove(place)}
            >
              <X size={12} strokeWidth={2} aria-hidden />
            </button>
          )}
        </span>
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
  const slot = (name: string) => {
    if (name === 'milestones') return amounts
    const isCurrency = name === 'currency'
    return (
      <input
        key={name}
        className={SLOT}
        aria-label={words(isCurrency ? 'slot.currency' : 'planner.amount')}
        list={isCurrency ? `${id}-currencies` : undefined}
        inputMode={isCurrency ? 'text' : 'decimal'}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        data-upper={isCurrency}
        value={isCurrency ? currency : amount}
        aria-invalid={wrong === name}
        onChange={event => ask(isCurrency ? { currency: event.target.value } : { amount: event.target.value })}
      />
    )
  }
  const sentence = words('planner.question', { amount: '{amount}', currency: '{currency}', milestones: '{milestones}' })
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
