import type { ReactNode } from 'react'
import type { Minor } from '../../shared/money/money.ts'
import { sum } from '../../shared/money/money.ts'
import type { ContractStatement, PrintedStatement } from '../../shared/printed-statement/printed-statement.ts'
import { Figure } from '../controls/figure.tsx'
import { MoneyBar, piecesOf } from '../money-bar/money-bar.tsx'
import { Say, words } from '../words/say.tsx'
import { Lines } from './lines.tsx'
import styles from './page.module.css'
import { Pending } from './pending.tsx'
import { rulesName, rulesText } from './rules-text.ts'

interface ContractPartProps {
  readonly contract: ContractStatement
  readonly statement: PrintedStatement
}

/** One contract of a statement: its parties and rules, money bar, entries and open items. */
export function ContractPart({ contract, statement }: ContractPartProps) {
  const { title, client, freelancer, decimals, bar, milestones, pending } = contract
  const isOfOne = statement.of === 'contract'
  return (
    <section className={styles['contract']} aria-label={title}>
      <div className={styles['whole']}>
        {isOfOne ? null : (
          <h2 className={styles['title']}>
            {title}{' '}
            <span className={styles['muted']}>
              {words('printed.contract-of', { contract: contract.id, currency: contract.currency })}
            </span>
          </h2>
        )}
        <div className={styles['parties']}>
          <Party role={words('printed.client')} does={words('printed.client-does')}>
            {client}
          </Party>
          <Party role={words('printed.freelancer')} does={words('printed.freelancer-does')}>
            {freelancer}
          </Party>
          <Party role={words('printed.rules')} does={rulesText(contract)}>
            {rulesName(contract)}
          </Party>
        </div>
        {bar.total > 0 ? (
          <MoneyBar
            pieces={piecesOf(bar, id => milestones[id])}
            decimals={decimals}
            label={words('bar.label')}
            bracket={<InEscrow contract={contract} />}
          />
        ) : null}
        <Equation contract={contract} />
      </div>
      <Lines contract={contract} statement={statement} />
      {pending.length === 0 ? null : <Pending contract={contract} today={statement.on} />}
    </section>
  )
}

function Party({ role, does, children }: { role: string; does: string; children: ReactNode }) {
  return (
    <div>
      <h3>{role}</h3>
      <p>
        <b>{children}</b>
      </p>
      <p className={styles['muted']}>{does}</p>
    </div>
  )
}

function InEscrow({ contract: { bar, closing, decimals } }: { contract: ContractStatement }) {
  const reserved = sum(...bar.segments.filter(({ kind }) => kind === 'reserved').map(({ amount }) => amount))
  const extra = reserved === 0 ? 'none' : reserved === closing ? 'all' : 'reserved'
  return (
    <Say
      text="bar.bracket"
      decimals={decimals}
      params={{ side: 'client', amount: { money: closing }, extra, part: { money: reserved }, name: '' }}
    />
  )
}

/** A sum that the reader can check: money in equals money out plus what is left. */
function Equation({
  contract: { opening, deposited, released, refunded, closing, decimals },
}: {
  contract: ContractStatement
}) {
  const term = (amount: Minor, what: string): ReactNode => (
    <span>
      <b>
        <Figure amount={amount} decimals={decimals} />
      </b>{' '}
      {what}
    </span>
  )
  return (
    <p className={styles['equation']}>
      {opening === 0 ? null : (
        <>
          {term(opening, words('printed.equation.before'))}
          <i>+</i>
        </>
      )}
      {term(deposited, words('printed.equation.paid-in'))}
      <i>=</i>
      {term(released, words('printed.equation.paid-out'))}
      <i>+</i>
      {term(refunded, words('printed.equation.refunded'))}
      <i>+</i>
      {term(closing, words('printed.equation.in-escrow'))}
    </p>
  )
}
