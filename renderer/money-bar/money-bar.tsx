import type { ReactNode } from 'react'
import type { BarSegment, BarView } from '../../shared/contract/contract.ts'
import { formatAmount, type Minor, sum } from '../../shared/money/money.ts'
import type { WordKey } from '../../shared/words/catalogue.ts'
import { meaningOf, type Term } from '../../shared/words/glossary.ts'
import { Tooltip } from '../controls/tooltip.tsx'
import { LOCALE } from '../words/locale.ts'
import { words } from '../words/say.tsx'
import styles from './money-bar.module.css'

/**
 * The kinds of a contract's bar, and three that only forms draw: about to be paid in, more than
 * there is, and left of a budget.
 */
type Kind = BarSegment['kind'] | 'coming' | 'beyond' | 'left'

/** One piece of a bar. `name` is its owner (a milestone's title), announced with its amount. */
export interface Piece {
  readonly kind: Kind
  readonly amount: Minor
  readonly name?: string | undefined
  /** Distinguishes pieces of one kind whose names may repeat. */
  readonly id?: string | undefined
}

const ESCROW: readonly Kind[] = ['held', 'reserved', 'unallocated']

/** The caption of each kind, and the term that explains it. */
const KINDS: Readonly<Record<Kind, { readonly caption: WordKey; readonly term?: Term }>> = {
  paid: { caption: 'bar.paid', term: 'paid-out' },
  held: { caption: 'bar.held', term: 'held' },
  reserved: { caption: 'bar.reserved', term: 'reserved' },
  unallocated: { caption: 'bar.unallocated', term: 'unallocated' },
  refunded: { caption: 'bar.refunded', term: 'refunded' },
  'to-fund': { caption: 'bar.to-fund', term: 'to-fund' },
  coming: { caption: 'bar.coming' },
  beyond: { caption: 'bar.beyond' },
  left: { caption: 'bar.left' },
}

/** The pieces of a contract's bar, each with its milestone's title. */
export function piecesOf(
  bar: BarView,
  titleOf: (milestoneId: string) => string | undefined = () => undefined,
): Piece[] {
  return bar.segments.map(({ kind, amount, milestoneId }) => ({
    kind,
    amount,
    id: milestoneId,
    name: milestoneId === undefined ? undefined : titleOf(milestoneId),
  }))
}

function captionOf({ kind, name }: Piece): string {
  return name === undefined
    ? words(KINDS[kind].caption)
    : words('bar.named', { name, planned: kind === 'to-fund' ? 'yes' : 'no' })
}

/** The short caption under a piece that is too narrow for its full one. */
function shortOf({ kind, name }: Piece): ReactNode {
  const short = kind === 'left' ? words('bar.left-short') : kind === 'to-fund' ? name : undefined
  return short === undefined ? null : <span className={styles['short']}>{short}</span>
}

function spokenPiece(piece: Piece, decimals: number): string {
  return words('bar.piece', { amount: { money: piece.amount }, what: captionOf(piece) }, decimals)
}

/** The tooltip of a piece: its amount, its owner or kind, and the meaning of its kind. */
function PieceTooltip({ piece, decimals }: { piece: Piece; decimals: number }) {
  const { term } = KINDS[piece.kind]
  return (
    <>
      {spokenPiece(piece, decimals)}
      {term === undefined ? null : <span className={styles['meaning']}>{words(meaningOf(term))}</span>}
    </>
  )
}

/**
 * The flex factor of an amount. It is its share of the total in thousandths, to animate changes
 * alike in every currency.
 */
function grow(amount: Minor, total: number): number {
  return total === 0 ? 1 : (amount / total) * 1_000
}

const keyOf = ({ kind, id }: Piece, index: number): string => `${kind} ${id ?? index}`

interface SmallBarProps {
  readonly pieces: readonly Piece[]
  readonly decimals: number
  readonly height?: 8 | 10 | 12 | 16
}

/** The money bar without labels, for rows, sums and forms; its amounts are its accessible name. */
export function SmallMoneyBar({ pieces, decimals, height = 10 }: SmallBarProps) {
  const total = sum(...pieces.map(piece => piece.amount))
  const name = pieces.length === 0 ? words('bar.nothing') : pieces.map(piece => spokenPiece(piece, decimals)).join(', ')
  return (
    <span className={styles['bar']} style={{ height }} role="img" aria-label={name} title={name}>
      {pieces.map((piece, index) => (
        <span
          key={keyOf(piece, index)}
          className={`${styles['piece']} ${styles[piece.kind]}`}
          style={{ flexGrow: grow(piece.amount, total) }}
        />
      ))}
    </span>
  )
}

/** A swatch of one kind, for a key. */
export function BarKey({ kind }: { kind: Kind }) {
  return (
    <span className={styles['bar']} style={{ height: 12 }} aria-hidden>
      <span className={`${styles['piece']} ${styles[kind]}`} style={{ flexGrow: 1 }} />
    </span>
  )
}

const NARROW = 0.12
const WIDE = 0.4

interface MoneyBarProps {
  readonly pieces: readonly Piece[]
  readonly decimals: number
  /** The label of the list for screen readers. */
  readonly label: string
  /** The text above the bracket that spans the money in escrow. */
  readonly bracket?: ReactNode
}

/**
 * The money of a contract: the full width is everything paid in and still to be paid in. To screen
 * readers it is a list of amounts.
 */
export function MoneyBar({ pieces, decimals, label, bracket }: MoneyBarProps) {
  const total = sum(...pieces.map(piece => piece.amount))
  const first = pieces.findIndex(piece => ESCROW.includes(piece.kind))
  const last = pieces.findLastIndex(piece => ESCROW.includes(piece.kind))
  const before = sum(...pieces.slice(0, Math.max(first, 0)).map(piece => piece.amount))
  // Past the middle, there is more room for the text to the left of the bracket's end.
  const toTheLeft = before > total / 2
  // A last piece too narrow for its label uses the room of a wide one before it.
  const leans = (pieces.at(-1)?.amount ?? 0) < total * NARROW && (pieces.at(-2)?.amount ?? 0) > total * WIDE
  return (
    <ul className={styles['money']} data-bracket={bracket !== undefined && first >= 0} aria-label={label}>
      {pieces.map((piece, index) => (
        <li
          key={keyOf(piece, index)}
          data-leans={leans && index === pieces.length - 1}
          className={`${styles['cell']} ${styles[`cell-${piece.kind}`] ?? ''}`}
          style={{ flexGrow: grow(piece.amount, total) }}
        >
          {bracket !== undefined && first >= 0 && index >= first && index <= last ? (
            <span className={styles['bracket']} data-first={index === first} data-last={index === last}>
              {index === (toTheLeft ? last : first) ? (
                <span className={toTheLeft ? styles['over-left'] : styles['over']}>{bracket}</span>
              ) : null}
            </span>
          ) : null}
          <Tooltip text={<PieceTooltip piece={piece} decimals={decimals} />} delay={200}>
            <span className={`${styles['piece']} ${styles[piece.kind]}`} />
          </Tooltip>
          <span className={styles['under']}>
            <span className={styles['room']} />
            <span className={styles['label']}>
              <b>{formatAmount(piece.amount, decimals, LOCALE)}</b>{' '}
              <span className={styles['caption']}>{captionOf(piece)}</span>
              {shortOf(piece)}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
