import './fonts.css'
import '../theme/tokens.css'
import '../theme/base.css'
import './paper.css'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { IsoDate } from '../../shared/dates/calendar.ts'
import { bridge } from '../ask/bridge.ts'
import { words } from '../words/say.tsx'
import { PrintedStatementPage } from './page.tsx'
import { periodText } from './period.ts'

/** The statement requested in this page's address. */
function asked(): { contractId?: string; client?: string; from?: IsoDate; to?: IsoDate } {
  const { contractId, client, from, to } = Object.fromEntries(new URLSearchParams(location.search))
  return {
    ...(contractId === undefined ? {} : { contractId }),
    ...(client === undefined ? {} : { client }),
    ...(from === undefined ? {} : { from: from as IsoDate }),
    ...(to === undefined ? {} : { to: to as IsoDate }),
  }
}

/**
 * Renders the statement in the address. The title is set last: it becomes the PDF's title, and
 * signals that the page is ready to print.
 */
async function draw(): Promise<void> {
  const answer = await bridge.query({ type: 'statement', ...asked() })
  const root = document.getElementById('root')
  if (root === null) throw new Error('statement.html has no #root')
  if (!answer.ok) throw new Error(answer.error.message)
  const statement = answer.value
  flushSync(() => createRoot(root).render(<PrintedStatementPage statement={statement} />))
  // A window that is never shown does no layout before it prints, so its fonts must be loaded
  // explicitly.
  const text = document.body.textContent
  await Promise.all(['400 12px Inter', '600 12px Inter'].map(font => document.fonts.load(font, text)))
  document.title = words('printed.title', { name: statement.name, period: periodText(statement) })
}

void draw()
