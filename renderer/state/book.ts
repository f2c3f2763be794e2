import type { Changed } from '../../shared/api/answers.ts'
import { bookIsAt } from '../ask/book-version.ts'
import { bridge } from '../ask/bridge.ts'
import { LatestOnly } from '../ask/latest-only.ts'
import { openContract } from './contract.ts'
import { loadSummary, ROWS_A_PAGE, reloadContracts, restoreChoice } from './contracts.ts'
import { loadPreferences } from './preferences.ts'
import { useStore } from './store.ts'

const CHECKING_MS = 1_000
let visible: readonly number[] = [0]
let waiting = false
const touched = new Set<string>()
const bookReads = new LatestOnly()

/**
 * Says which rows of the list are on the screen, so that a change reads those again and no others.
 */
export function rowsOnScreen(first: number, last: number): void {
  const pages: number[] = []
  for (let page = Math.floor(first / ROWS_A_PAGE); page <= Math.floor(last / ROWS_A_PAGE); page++) pages.push(page)
  visible = pages
}

/** Reads what the book says of itself: its name, health, and what day it is there. */
export async function loadBook(): Promise<void> {
  const isLatest = bookReads.begin()
  const answer = await bridge.query({ type: 'book' })
  if (!isLatest() || !answer.ok) return
  useStore.setState({ book: answer.value })
  bookIsAt(answer.value)
  // The chain is checked in the background and nothing tells when that is done.
  if (answer.value.health.state === 'checking') setTimeout(loadBook, CHECKING_MS)
}

/** Takes in what changed. An import pushes many at once: they are taken together, once a frame. */
function onChanged({ contractIds }: Changed): void {
  for (const id of contractIds) touched.add(id)
  if (waiting) return
  waiting = true
  requestAnimationFrame(() => {
    waiting = false
    const { opened } = useStore.getState()
    if (opened !== null && (touched.size === 0 || touched.has(opened.contractId))) void openContract(opened.contractId)
    // A change of no contract is one of the whole book, or of what the person prefers.
    if (touched.size === 0) void loadPreferences()
    touched.clear()
    void loadBook()
    void loadSummary()
    void reloadContracts(visible)
  })
}

/** Starts the flow from the book to the store. */
export function connect(): void {
  restoreChoice()
  bridge.on('changed', onChanged)
  // Another day may have begun while the window was behind others.
  window.addEventListener('focus', () => void loadBook())
  void Promise.all([loadBook(), loadPreferences(), reloadContracts([0]), loadSummary()])
}
