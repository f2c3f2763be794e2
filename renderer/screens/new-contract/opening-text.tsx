import type { CommandValue } from '../../../shared/api/answers.ts'
import type { ContractView } from '../../../shared/contract/contract.ts'
import { ZERO } from '../../../shared/money/money.ts'
import { decimalsIn } from '../../form/currency-decimals.ts'
import { ProblemText } from '../../form/problem-text.tsx'
import text from '../../theme/text.module.css'
import { fullDateText } from '../../words/days.ts'
import type { Problem } from '../../words/problem.ts'
import { Say, words } from '../../words/say.tsx'
import type { NewContract } from './form.ts'
import { firstDayIn } from './past.ts'

interface OpeningTextProps {
  readonly values: NewContract
  /** The engine's result of opening; null while the contract cannot be opened. */
  readonly value: CommandValue | null
  /** The reason the contract cannot be opened, including missing input. */
  readonly problem: Problem | null
  /** A problem to show: here, or next to its own field if `elsewhere`. */
  readonly shown: Problem | null
  readonly elsewhere: boolean
}

/** The effect of opening the contract, or the reason it cannot be opened yet. */
export function OpeningText({ values, value, problem, shown, elsewhere }: OpeningTextProps) {
  if (shown !== null && !elsewhere) return <ProblemText problem={shown} />
  if (shown !== null) return <p className={`${text['answer']} ${text['muted']}`}>{words('dialog.nothing-yet')}</p>
  const contract = problem === null ? value?.contract : undefined
  return (
    <p className={text['answer']}>
      {contract === undefined ? (
        <span className={text['muted']}>
          {problem?.text ? words(problem.text.key, problem.text.params) : words('new-contract.waiting')}
        </span>
      ) : (
        <Opened values={values} contract={contract} entries={value?.entries} />
      )}
      {value?.warnings.map(warning => (
        <span key={warning.code}> {warning.message}</span>
      ))}
    </p>
  )
}

/** `entries`: the number of entries to record; only for a contract under way. */
function Opened({
  values,
  contract,
  entries,
}: {
  values: NewContract
  contract: ContractView
  entries: number | undefined
}) {
  const decimals = decimalsIn(values.currency)
  const since = values.underWay ? firstDayIn(values.milestones) : undefined
  if (since !== undefined && entries !== undefined)
    return (
      <Say
        text="new-contract.tell-under-way"
        decimals={decimals}
        params={{
          title: values.title,
          since: fullDateText(since),
          entries,
          released: { money: contract.released },
          escrow: { money: contract.escrow },
        }}
      />
    )
  const [first] = contract.milestones
  return (
    <Say
      text="new-contract.tell"
      decimals={decimals}
      params={{
        title: values.title,
        count: contract.milestones.length,
        first: first?.title ?? '',
        amount: { money: first?.amount ?? ZERO },
      }}
    />
  )
}
