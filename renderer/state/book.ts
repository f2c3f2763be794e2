import type { Changed } from '../../shared/api/answers.ts'
import { bookIsAt } from '../ask/book-version.ts'
import { bridge } from '../ask/bridge.ts'
import { InOrder } from '../ask/in-order.ts'
import { openContract } from './contract.ts'
import { loadSummary, reloadContracts, restoreChoice } from './contracts.ts'
import { loadPreferences } from './preferences.ts'
import { useStore } from './store.ts'

/** The polling interval while a book is being checked: no push reports the end. */
const CHECKING_MS = 1_000
let waiting = false
const touched = new Set<string>()
const readings = new InOrder()

/** Reads the book's own facts: its name, length, health and day. */
export async function loadBook(): Promise<void> {
  const isNewer = readings.begin()
  const answer = await bridge.query({ type: 'book' })
  if (!answer.ok || !isNewer()) return
  useStore.setState({ book: answer.value })
  bookIsAt(answer.value)
  if (answer.value.health.state === 'checking') setTimeout(loadBook, CHECKING_MS)
}

/** Reads again what changed, once per frame: an import pushes many changes at once. */
function onChanged({ contractIds }: Changed): void {
  for (const id of contractIds) touched.add(id)
  if (waiting) return
  waiting = true
  requestAnimationFrame(() => {
    waiting = false
    const { opened } = useStore.getState()
    if (opened !== null && (touched.size === 0 || touched.has(opened.contractId))) void openContract(opened.contractId)
    // A change without contracts is about the whole book or the preferences.
    if (touched.size === 0) void loadPreferences()
    touched.clear()
    void loadBook()
    void loadSummary()
    void reloadContracts()
  })
}

/** Reads what every screen shares, and reads it again when the book changes. */
export function connect(): void {
  restoreChoice()
  bridge.on('changed', onChanged)
  // A new day may have begun while the window was in the background.
  window.addEventListener('focus', () => void loadBook())
  void Promise.all([loadBook(), loadPreferences(), reloadContracts(), loadSummary()])
}
