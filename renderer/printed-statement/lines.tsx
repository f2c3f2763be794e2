import type {
  ContractStatement,
  PrintedStatement,
  StatementLine,
  StatementSum,
} from '../../shared/printed-statement/printed-statement.ts'
import { selector } from '../../shared/words/selector.ts'
import { Figure } from '../controls/figure.tsx'
import { dateText, fullDateText } from '../words/days.ts'
import { words } from '../words/say.tsx'
import styles from './lines.module.css'
import page from './page.module.css'

interface LinesProps {
  readonly contract: ContractStatement
  readonly statement: PrintedStatement
}

/**
 * The entries of a contract over the period, with the escrow balance after each, their sums, and
 * the closing balance.
 */
export function Lines({ contract, statement: { from, to } }: LinesProps) {
  const { lines, sums, opening, closing, decimals } = contract
  // If all days are in one year, it is named once, above the column.
  const year = from.slice(0, 4) === to.slice(0, 4) ? from.slice(0, 4) : undefined
  const day = (on: typeof from): string => (year === undefined ? fullDateText(on) : dateText(on, from))
  return (
    <table className={styles['lines']}>
      <caption className={styles['unseen']}>{words('printed.lines', { currency: contract.currency })}</caption>
      <thead>
        <tr className={styles['columns']}>
          <th scope="col">{words('printed.number')}</th>
          <th scope="col">{year ?? words('printed.date')}</th>
          <th scope="col">{words('printed.entry')}</th>
          <th scope="col">{words('printed.gross')}</th>
          <th scope="col">{words('printed.fee')}</th>
          <th scope="col">{words('printed.net')}</th>
          <th scope="col">{words('printed.escrow')}</th>
        </tr>
      </thead>
      <tbody>
        {opening === 0 ? null : (
          <tr className={styles['flat']}>
            <td />
            <td>{day(from)}</td>
            <td>{words('printed.brought-forward')}</td>
            <td />
            <td />
            <td />
            <td>
              <Figure amount={opening} decimals={decimals} />
            </td>
          </tr>
        )}
        {lines.map(line => (
          <Line key={line.entry} line={line} day={day(line.on)} isLast={line === lines.at(-1)} decimals={decimals} />
        ))}
      </tbody>
      <tbody className={styles['sums']}>
        {sums.map(each => (
          <Sum key={each.kind} sum={each} contract={contract} />
        ))}
        <tr className={styles['closing']}>
          <td />
          <td>{day(to)}</td>
          <th scope="row" colSpan={4}>
            {words('printed.closing')}
          </th>
          <td>
            <Figure amount={closing} decimals={decimals} />
          </td>
        </tr>
      </tbody>
    </table>
  )
}

const FIGURES = ['gross', 'fee', 'net'] as const

interface LineProps {
  readonly line: StatementLine
  readonly day: string
  readonly isLast: boolean
  readonly decimals: number
}

function Line({ line, day, isLast, decimals }: LineProps) {
  return (
    <tr className={rowStyle(line, isLast)}>
      <td>{line.entry}</td>
      <td>{day}</td>
      <td>
        <span className={styles['what']}>{line.label}</span> <span className={page['muted']}>{asideOf(line)}</span>
      </td>
      {FIGURES.map(which => (
        <td key={which}>
          {line.moves && line.undoes === undefined ? <Figure amount={line[which]} decimals={decimals} /> : null}
        </td>
      ))}
      <td>
        <Figure amount={line.escrow} decimals={decimals} />
      </td>
    </tr>
  )
}

function Sum({ sum, contract }: { sum: StatementSum; contract: ContractStatement }) {
  return (
    <tr className={styles['sum']}>
      <td />
      <td />
      <th scope="row">{sumName(sum, contract)}</th>
      {FIGURES.map(which => (
        <td key={which}>
          <Figure amount={sum[which]} decimals={contract.decimals} />
        </td>
      ))}
      <td />
    </tr>
  )
}

function rowStyle({ moves, undone, undoes }: StatementLine, isLast: boolean): string {
  const kind = undone ? styles['struck'] : moves && undoes === undefined ? undefined : styles['flat']
  return [kind, isLast ? styles['last'] : undefined].filter(Boolean).join(' ')
}

function asideOf({ reference, undoes }: StatementLine): string {
  if (undoes !== undefined) return words('printed.undoes', { entry: undoes })
  return reference ?? ''
}

function sumName({ kind }: StatementSum, { client, freelancer }: ContractStatement): string {
  return words('printed.sum', { kind: selector(kind), client, freelancer })
}
