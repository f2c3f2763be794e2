import { ArrowRight } from 'lucide-react'
import type { ContractView } from '../../../shared/contract/contract.ts'
import { Figure } from '../../controls/figure.tsx'
import text from '../../theme/text.module.css'
import { words, wordsOf } from '../../words/say.tsx'
import { changedFigures } from './changed-figures.ts'
import styles from './correct.module.css'

/** The figures of a contract that a correction changes, before and after it. */
export function ChangedTable({ before, after }: { before: ContractView; after: ContractView }) {
  const { currency, decimals } = after
  const changes = changedFigures(before, after)
  if (changes.length === 0) return <p className={styles['quiet']}>{words('correct.no-figure')}</p>
  return (
    <table className={styles['figures']}>
      <caption className={text['hidden']}>{words('correct.figures', { currency })}</caption>
      <thead>
        <tr>
          <th scope="col">{words('correct.changes')}</th>
          <th scope="col">{words('correct.before')}</th>
          <th scope="col">
            <span className={text['hidden']}>{words('correct.to')}</span>
          </th>
          <th scope="col">{words('correct.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(change => {
          const label = wordsOf(change.label)
          const [was, now] =
            change.kind === 'money'
              ? [change.was, change.now].map(amount => <Figure key={amount} amount={amount} decimals={decimals} />)
              : [wordsOf(change.was), wordsOf(change.now)]
          return (
            <tr key={`${change.label.key} ${label}`}>
              <th scope="row">{label}</th>
              <td className={styles['was']}>{was}</td>
              <td className={styles['to']}>
                <ArrowRight size={14} strokeWidth={1.75} aria-hidden />
              </td>
              <td className={styles['now']}>{now}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
