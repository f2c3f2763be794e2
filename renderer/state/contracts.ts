import { PAGE_LIMIT } from '../../shared/api/page-limit.ts'
import type { QueryInput } from '../../shared/api/queries.ts'
import { bridge } from '../ask/bridge.ts'
import { InOrder } from '../ask/in-order.ts'
import { LatestOnly } from '../ask/latest-only.ts'
import { type ListChoice, type Listing, useStore } from './store.ts'

/** The key of the choice in the page's own storage. */
const STORED = 'escrowbook.contracts.choice'
const SOONEST = 3
const lists = new LatestOnly()
const summaries = new InOrder()
/** The pages requested of the current list. */
const requested = new Set<number>()
/** The pages with the visible rows. */
let visible: readonly number[] = [0]
/** The latest reading of the list from its start. */
let latest: Promise<void> = Promise.resolve()

/** The number of rows read at a time. */
export const ROWS_A_PAGE = PAGE_LIMIT / 2

/** Restores the last order and filters; the search is not kept. */
export function restoreChoice(): void {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORED) ?? '{}')
    if (typeof stored === 'object' && stored !== null)
      useStore.setState(state => ({ choice: { ...state.choice, ...stored, search: '' } }))
  } catch {
    // Unreadable: the list starts with its defaults.
  }
}

/** Changes filters or order, and shows the list from its first row. */
export function choose(change: Partial<ListChoice>): void {
  useStore.setState(state => ({ choice: { ...state.choice, ...change }, listing: { ...state.listing, cursor: 0 } }))
  const { search: _, ...kept } = useStore.getState().choice
  localStorage.setItem(STORED, JSON.stringify(kept))
  void loadAfresh(0)
}

/**
 * The contract at the cursor once the list shows the latest choice: a person who types and presses
 * Enter means the new results, not the old ones.
 */
export async function contractChosen(): Promise<string | undefined> {
  for (let awaited: Promise<void> | null = null; awaited !== latest; ) {
    awaited = latest
    await awaited
  }
  return contractIdAt(useStore.getState().listing.cursor)
}

/**
 * Reads the visible pages again after the book has changed; the others are read when they become
 * visible.
 */
export async function reloadContracts(): Promise<void> {
  const [first = 0, ...rest] = visible
  await loadAfresh(first)
  await Promise.all(rest.map(loadPage))
}

/** Reads the pages of the visible rows, from the first to the last. */
export function showRows(first: number, last: number): void {
  const from = Math.floor(first / ROWS_A_PAGE)
  visible = Array.from({ length: Math.floor(last / ROWS_A_PAGE) - from + 1 }, (_, index) => from + index)
  for (const page of visible) void loadPage(page)
}

/** Reads one page of the list, unless it has been read or requested. */
async function loadPage(page: number): Promise<void> {
  if (requested.has(page) || useStore.getState().listing.pages[page] !== undefined) return
  await readPage(page, lists.join(), before => before)
}

/** Reads a page of a changed list, which replaces all pages when it arrives. */
function loadAfresh(page: number): Promise<void> {
  requested.clear()
  latest = readPage(page, lists.begin(), () => ({}))
  return latest
}

async function readPage(
  page: number,
  isLatest: () => boolean,
  kept: (pages: Listing['pages']) => Listing['pages'],
): Promise<void> {
  requested.add(page)
  const answer = await bridge.query({
    type: 'contracts',
    ...chosenPart(),
    offset: page * ROWS_A_PAGE,
    limit: ROWS_A_PAGE,
  })
  if (!isLatest()) return
  useStore.setState(({ listing }) => {
    if (!answer.ok) return { listing: { ...listing, error: answer.error } }
    const { total, rows } = answer.value
    return { listing: { ...listing, total, pages: { ...kept(listing.pages), [page]: rows }, error: null } }
  })
}

/** The filters and order of the list, as fields of a query. */
function chosenPart(): Omit<Extract<QueryInput, { type: 'contracts' }>, 'type'> {
  const { search, stage, client, currency, archived, sortBy, descending } = useStore.getState().choice
  return {
    ...(search.trim() === '' ? {} : { search }),
    ...(stage === null ? {} : { stage }),
    ...(client === null ? {} : { client }),
    ...(currency === null ? {} : { currency }),
    ...(archived ? { archived: true } : {}),
    sort: { by: sortBy, descending },
  }
}

/** Moves the list's cursor by a number of rows, within the list. */
export function moveCursor(by: number): void {
  useStore.setState(({ listing }) => ({
    listing: { ...listing, cursor: Math.max(0, Math.min((listing.total ?? 1) - 1, listing.cursor + by)) },
  }))
}

/** Moves the list's cursor to a row, from 0. */
export function setCursor(cursor: number): void {
  useStore.setState(({ listing }) => ({ listing: { ...listing, cursor } }))
}

/** The contract in a row of the list; undefined if that row has not been read. */
export function contractIdAt(row: number): string | undefined {
  return useStore.getState().listing.pages[Math.floor(row / ROWS_A_PAGE)]?.[row % ROWS_A_PAGE]?.id
}

/** Reads the totals per currency and the contracts with the next deadlines. */
export async function loadSummary(): Promise<void> {
  const isNewer = summaries.begin()
  const [summary, soonest] = await Promise.all([
    bridge.query({ type: 'summary' }),
    bridge.query({ type: 'contracts', sort: { by: 'nextDeadline' }, limit: SOONEST }),
  ])
  if (!isNewer()) return
  useStore.setState(
    summary.ok ? { summary: summary.value, summaryError: null } : { summary: null, summaryError: summary.error },
  )
  if (soonest.ok) useStore.setState({ soonest: soonest.value.rows.filter(row => row.nextDeadline !== null) })
}
