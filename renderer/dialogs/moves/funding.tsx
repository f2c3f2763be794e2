import type { CommandValue } from '../../../shared/api/answers.ts'
import type { ContractView, MilestoneView } from '../../../shared/contract/contract.ts'
import { less, type Minor, sum, ZERO } from '../../../shared/money/money.ts'
import { DialogTerm } from '../../controls/term.tsx'
import styles from '../../form/fields.module.css'
import { Bill, BillLine } from '../../money-bar/bill.tsx'
import { type Piece, SmallMoneyBar } from '../../money-bar/money-bar.tsx'
import { Say, words } from '../../words/say.tsx'
import { milestoneOf } from './filled.ts'

/** The effect of funding a milestone, from its preview. Money in minor units. */
interface Funding {
  readonly title: string
  /** The contract after it. */
  readonly after: ContractView
  readonly carried: Minor
  readonly deposit: Minor
  readonly fees: Minor
  readonly held: Minor
  /** The partly-paid milestones that it closes. */
  readonly closed: readonly MilestoneView[]
  /** The milestone that `carried` comes from; undefined if there are several sources. */
  readonly source: string | undefined
}

/** The effect of funding a milestone; undefined while there is no preview. */
export function fundingOf(
  contract: ContractView,
  milestone: MilestoneView | undefined,
  value: CommandValue | null,
): Funding | undefined {
  const after = value?.contract
  if (after === undefined) return undefined
  const closed = contract.milestones.filter(
    ({ id, status }) => status === 'partly-paid' && milestoneOf(after, id)?.status === 'paid',
  )
  return {
    title: milestone?.title ?? '',
    after,
    carried: value?.carried ?? ZERO,
    deposit: value?.deposit ?? ZERO,
    fees: less(sum(after.fees.client, after.fees.contract), contract.fees.client, contract.fees.contract),
    held: milestoneOf(after, milestone?.id)?.held ?? ZERO,
    closed,
    source: closed.length === 1 && contract.unallocated === 0 ? closed[0]?.title : undefined,
  }
}

/** The sentence about the effect of funding. */
export function FundingTell({ funding, decimals }: { funding: Funding; decimals: number }) {
  const { after, carried, deposit, closed } = funding
  return (
    <Say
      text="fund.tell"
      decimals={decimals}
      params={{
        carries: carried > 0 ? 'yes' : 'no',
        carried: { money: carried },
        deposit: { money: deposit },
        closes: closed.length === 1 ? 'one' : closed.length === 0 ? 'none' : 'many',
        closed: closed[0]?.title ?? '',
        escrow: { money: after.escrow },
        spare: after.unallocated > 0 ? 'yes' : 'no',
        unallocated: { money: after.unallocated },
      }}
    />
  )
}

/** The bill of funding: carried, newly deposited, held in total, and the fees on top. */
export function FundingBill({ funding, contract }: { funding: Funding; contract: ContractView }) {
  const { title, carried, deposit, fees, held, source } = funding
  const { client, decimals, side } = contract
  const pieces: Piece[] = []
  if (carried > 0) pieces.push({ kind: 'held', amount: carried, name: words('fund.carried') })
  if (deposit > 0) pieces.push({ kind: 'coming', amount: deposit })
  return (
    <>
      <div className={styles['split']}>
        <SmallMoneyBar pieces={pieces} decimals={decimals} height={16} />
      </div>
      <Bill>
        {carried > 0 ? (
          <BillLine kind="held" amount={carried} decimals={decimals}>
            <DialogTerm
              term="carried"
              text={words('fund.carried-from', { known: source === undefined ? 'no' : 'yes', milestone: source ?? '' })}
            />
          </BillLine>
        ) : null}
        <BillLine kind="coming" amount={deposit} decimals={decimals}>
          {words('fund.new-deposit', { client })}
        </BillLine>
        <BillLine total amount={held} decimals={decimals}>
          <DialogTerm term="held" text={words('fund.held-by', { milestone: title })} />
        </BillLine>
        {fees > 0 && side === 'client' ? (
          <BillLine amount={fees} decimals={decimals}>
            <DialogTerm
              term="fees-on-top"
              text={words('fund.fees', { total: { money: sum(deposit, fees) } }, decimals)}
            />
          </BillLine>
        ) : null}
      </Bill>
    </>
  )
}
