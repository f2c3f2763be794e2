import { PAGE_LIMIT } from '../../shared/api/page-limit.ts'
import { bridge } from '../ask/bridge.ts'
import { type ListChoice, useStore } from './store.ts'

const KEPT = 'escrowbook.contracts.choice'
const SOONEST = 3
let asked = 0
let latest: Promise<void> = Promise.resolve()
const underway = new Set<string>()

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
  asked += 1
  underway.clear()
  latest = loadPage(0, true)
}

/**
 * The contract at the cursor once the list has followed the latest choice: one who types and
 * presses Enter means what is found, not what was there.
 */
export async function contractChosen(): Promise<string | undefined> {
  await latest
  return contractIdAt(useStore.getState().listing.cursor)
}

/**
 * Reads the list again from its start: another book position, the same choice. `pages` are those on
 * the screen.
 */
export async function reloadContracts(pages: readonly number[]): Promise<void> {
  asked += 1
  underway.clear()
  const [first = 0, ...rest] = pages
  await loadPage(first, true)
  await Promise.all(rest.map(page => loadPage(page)))
}

/**
 * Reads one page of the list, unless it is here or on its way. `fresh` lets go of all other pages
 * once it is here.
 */
export async function loadPage(page: number, fresh = false): Promise<void> {
  const { choice, listing } = useStore.getState()
  const ticket = asked
  const name = `${ticket} ${page}`
  if (underway.has(name) || (!fresh && listing.pages[page] !== undefined)) return
  underway.add(name)
  const { search, stage, client, currency, archived, sortBy, descending } = choice
  const answer = await bridge.query({
    type: 'contracts',
    ...(search.trim() === '' ? {} : { search }),
    ...(stage === null ? {} : { stage }),
    ...(client === null ? {} : { client }),
    ...(currency === null ? {} : { currency }),
    ...(archived ? { archived: true } : {}),
    sort: { by: sortBy, descending },
    offset: page * ROWS_A_PAGE,
    limit: ROWS_A_PAGE,
  })
  // A later choice has made this answer old.
  if (ticket !== asked) return
  useStore.setState(({ listing }) =>
    answer.ok
      ? {
          listing: {
            ...listing,
            total: answer.value.total,
            pages: { ...(fresh ? {} : listing.pages), [page]: answer.value.rows },
            error: null,
          },
        }
      : { listing: { ...listing, error: answer.error } },
  )
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
  const [summary, soonest] = await Promise.all([
    bridge.query({ type: 'summary' }),
    bridge.query({ type: 'contracts', sort: { by: 'nextDeadline' }, limit: SOONEST }),
  ])
  useStore.setState(
    summary.ok ? { summary: summary.value, summaryError: null } : { summary: null, summaryError: summary.error },
  )
  if (soonest.ok) useStore.setState({ soonest: soonest.value.rows.filter(row => row.nextDeadline !== null) })
}
