import { Choice } from '../controls/choice.tsx'
import { chooseCurrency, useCurrency } from '../state/currency.ts'
import { useStore } from '../state/store.ts'
import { words } from '../words/say.tsx'

/** The choice of the currency to show; hidden if there is only one. */
export function CurrencyChoice({ small = false }: { small?: boolean }) {
  const summary = useStore(state => state.summary)
  const chosen = useCurrency()
  if (summary === null || chosen === null || summary.length < 2) return null
  const options = summary.map(({ currency }) => ({ value: currency, label: currency }))
  return (
    <Choice
      label={words('reading.currency')}
      options={options}
      value={chosen.currency}
      onChange={chooseCurrency}
      small={small}
    />
  )
}
