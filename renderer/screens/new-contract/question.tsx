import { useId } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { CURRENCIES } from '../../../shared/money/currencies.ts'
import type { WordKey } from '../../../shared/words/catalogue.ts'
import { denominationIn } from '../../form/currency-decimals.ts'
import { tidyAmount } from '../../form/use-move.ts'
import { useStore } from '../../state/store.ts'
import { words } from '../../words/say.tsx'
import type { NewContract } from './form.ts'
import type { Slot } from './places.ts'
import styles from './question.module.css'

const SLOTS: Readonly<Record<Slot, WordKey>> = {
  client: 'slot.client',
  freelancer: 'slot.freelancer',
  budget: 'slot.budget',
  currency: 'slot.currency',
  title: 'slot.title',
}
/** A placeholder for a slot in the sentence, so that translations can order the slots. */
const MARK = /(\{\w+\})/

interface QuestionProps {
  readonly form: UseFormReturn<NewContract>
  readonly wrong: string | undefined
}

/** The sentence to fill in: who pays whom, how much, and for what. */
export function Question({ form, wrong }: QuestionProps) {
  const id = useId()
  const rows = useStore(state => state.listing.pages[0])
  const clients = [...new Set(rows?.map(row => row.client))]
  const freelancers = [...new Set(rows?.map(row => row.freelancer))]
  const slot = (name: Slot) => (
    <input
      key={name}
      id={`${id}-${name}`}
      className={styles['slot']}
      aria-label={words(SLOTS[name])}
      placeholder={words(SLOTS[name])}
      list={name === 'budget' || name === 'title' ? undefined : `${id}-${name}s`}
      inputMode={name === 'budget' ? 'decimal' : 'text'}
      autoComplete="off"
      maxLength={200}
      spellCheck={name === 'title'}
      aria-invalid={wrong === name}
      data-upper={name === 'currency'}
      // biome-ignore lint/a11y/noAutofocus: the purpose of the screen is to fill in this sentence.
      autoFocus={name === 'client'}
      {...form.register(
        name,
        name === 'budget'
          ? {
              onBlur: () =>
                form.setValue(
                  'budget',
                  tidyAmount(form.getValues('budget'), denominationIn(form.getValues('currency'))),
                ),
            }
          : {},
      )}
    />
  )
  const sentence = words('new-contract.sentence', {
    client: '{client}',
    freelancer: '{freelancer}',
    budget: '{budget}',
    currency: '{currency}',
    title: '{title}',
  })
  return (
    <div className={styles['question']}>
      {sentence.split(MARK).map(part => (MARK.test(part) ? slot(part.slice(1, -1) as Slot) : part))}
      <datalist id={`${id}-currencys`}>
        {CURRENCIES.map(code => (
          <option key={code} value={code} />
        ))}
      </datalist>
      <datalist id={`${id}-clients`}>
        {clients.map(name => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <datalist id={`${id}-freelancers`}>
        {freelancers.map(name => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </div>
  )
}
