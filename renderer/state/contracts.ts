import { PAGE_LIMIT } from '../../shared/api/page-limit.ts'
import type { QueryInput } from '../../shared/api/queries.ts'
import { bridge } from '../ask/bridge.ts'
import { LatestOnly } from '../ask/latest-only.ts'
import { type ListChoice, type Listing, useStore } from './store.ts'

const KEPT = 'escrowbook.contracts.choice'
const SOONEST = 3
const lists = new LatestOnly()
const summaries = new LatestOnly()
/** The pages of the current list that have been asked for. */
const requested = new Set<number>()
let latest: Promise<void> = Promise.resolve()

/** How many rows of the list are asked for at a time. */
export const ROWS_A_PAGE = PAGE_LIMIT / 2

/** Takes up the sorting and filters of the last time; a search is not kept. */
export function restoreChoice(): void {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '{}')
    if (typeof kept === 'object' && kept !== null)
      useStore.setState(state => ({ choice: { ...state.choice, ...kept, search: '' } }))
  } catch {
    // What was kept cannot be read: the list starts as it does the first time.
  }
}

/** Shows another part or order of the list, from its first row. */
export function choose(change: Partial<ListChoice>): void {
  useStore.setState(state => ({ choice: { ...state.choice, ...change }, listing: { ...state.listing, cursor: 0 } }))
  const { search: _, ...kept } = useStore.getState().choice
  localStorage.setItem(KEPT, JSON.stringify(kept))
  void loadAfresh(0)
}

/**
 * The contract at the cursor once the list has followed the latest choice: one who types and
 * presses Enter means what is found, not what was there.
 */
export async function contractChosen(): Promise<string | undefined> {
  for (let awaited: Promise<void> | null = null; awaited !== latest; ) {
    awaited = latest
    await awaited
  }
  return contractIdAt(useStore.getState().listing.cursor)
}

/**
 * Reads the list again from its start: another book position, the same choice. `pages` are those on
 * the screen.
 */
export async function reloadContracts(pages: readonly number[]): Promise<void> {
  const [first = 0, ...rest] = pages
  await loadAfresh(first)
  await Promise.all(rest.map(loadPage))
}

/** Reads one page of the list, unless it is here or on its way. */
export async function loadPage(page: number): Promise<void> {
  if (requested.has(page) || useStore.getState().listing.pages[page] !== undefined) return
  await readPage(page, lists.join(), before => before)
}

/** Reads a page of another list, which replaces all pages once it is here. */
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

/** The chosen part of the list and its order, as a query names them. */
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

/** Moves the list's cursor by so many rows, as far as there are any. */
export function moveCursor(by: number): void {
  useStore.setState(({ listing }) => ({
    listing: { ...listing, cursor: Math.max(0, Math.min((listing.total ?? 1) - 1, listing.cursor + by)) },
  }))
}

/** Puts the list's cursor on a row. */
export function setCursor(cursor: number): void {
  useStore.setState(({ listing }) => ({ listing: { ...listing, cursor } }))
}

/** The contract in a row of the list, if that row was read. */
export function contractIdAt(row: number): string | undefined {
  return useStore.getState().listing.pages[Math.floor(row / ROWS_A_PAGE)]?.[row % ROWS_A_PAGE]?.id
}

/** Reads the totals per currency and the deadlines that come first. */
export async function loadSummary(): Promise<void> {
  const isLatest = summaries.begin()
  const [summary, soonest] = await Promise.all([
    bridge.query({ type: 'summary' }),
    bridge.query({ type: 'contracts', sort: { by: 'nextDeadline' }, limit: SOONEST }),
  ])
  if (!isLatest()) return
  useStore.setState(
    summary.ok ? { summary: summary.value, summaryError: null } : { summary: null, summaryError: summary.error },
  )
  if (soonest.ok) useStore.setState({ soonest: soonest.value.rows.filter(row => row.nextDeadline !== null) })
}
