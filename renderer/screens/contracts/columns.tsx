import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ContractRow } from '../../../shared/api/contracts.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import type { WordKey } from '../../../shared/words/catalogue.ts'
import { Deadline } from '../../controls/day.tsx'
import { Figure } from '../../controls/figure.tsx'
import { piecesOf, SmallMoneyBar } from '../../money-bar/money-bar.tsx'
import { StageMark } from '../../money-bar/stage.tsx'
import { href } from '../../state/route.ts'
import type { SortBy } from '../../state/store.ts'
import { words } from '../../words/say.tsx'

/** A column of the list: its head, and its cell for a contract. */
interface Column {
  /** The class of its cells; `column-` plus this name is the class that sets its width. */
  readonly name: string
  readonly label: WordKey
  readonly by?: SortBy
  /** True for amounts: sorted largest first. */
  readonly largestFirst?: boolean
  /** True if only screen readers get its label. */
  readonly heard?: boolean
  readonly cell: (row: ContractRow, today: IsoDate) => ReactNode
  /** The full text of a cell that may be truncated. */
  readonly title?: (row: ContractRow) => string | undefined
  /** True for an amount of zero, which is muted. */
  readonly isNothing?: (row: ContractRow) => boolean
}

/** The columns of the list, from left to right; their widths are in `contract-list.module.css`. */
export const COLUMNS: readonly Column[] = [
  {
    name: 'title',
    label: 'list.title',
    by: 'title',
    cell: ({ id, title }) => (
      <a href={href({ screen: 'contract', contractId: id })} tabIndex={-1} title={title}>
        {title}
      </a>
    ),
  },
  {
    name: 'parties',
    label: 'list.parties',
    by: 'client',
    title: ({ client, freelancer }) => words('list.pays', { client, freelancer }),
    cell: ({ client, freelancer }) => (
      <>
        {client}
        <ArrowRight size={12} strokeWidth={1.75} aria-label={words('list.arrow')} />
        {freelancer}
      </>
    ),
  },
  {
    name: 'money',
    label: 'list.money',
    // Keyed by contract, so that one contract's bar does not animate into another's.
    cell: ({ id, bar, decimals }) => <SmallMoneyBar key={id} pieces={piecesOf(bar)} decimals={decimals} />,
  },
  { name: 'currency', label: 'list.currency', heard: true, cell: ({ currency }) => currency },
  {
    name: 'escrow',
    label: 'list.escrow',
    by: 'escrow',
    largestFirst: true,
    isNothing: ({ escrow }) => escrow === 0,
    cell: ({ escrow, decimals }) => <Figure amount={escrow} decimals={decimals} mixed />,
  },
  {
    name: 'released',
    label: 'list.released',
    by: 'released',
    largestFirst: true,
    isNothing: ({ released }) => released === 0,
    cell: ({ released, decimals }) => <Figure amount={released} decimals={decimals} mixed />,
  },
  {
    name: 'next',
    label: 'list.next',
    by: 'nextDeadline',
    cell: ({ nextDeadline }, today) => (nextDeadline === null ? '–' : <Deadline day={nextDeadline.on} today={today} />),
  },
  { name: 'what', label: 'list.what', heard: true, title: stepOf, cell: stepOf },
  { name: 'stage', label: 'list.status', by: 'stage', cell: ({ stage }) => <StageMark stage={stage} /> },
]

/** The next step of a contract in short; undefined if there is no deadline. */
function stepOf({ nextDeadline }: ContractRow): string | undefined {
  return nextDeadline === null ? undefined : words('deadline.short', { kind: nextDeadline.kind })
}
