import { type WebContents, WebContentsView } from 'electron'
import { say } from '../../../shared/words/say.ts'
import type { StatementRequest } from '../../printed-statement/statement.ts'
import type { Formats } from '../formats.ts'
import { ORIGIN } from '../security/protocol.ts'
import { pageRights } from '../window/window.ts'

/** The largest statement renders in a few seconds; one that takes longer than this never will. */
const DRAWN_WITHIN_MS = 60_000
const MM_PER_INCH = 25.4
const MARGIN = { top: 14, bottom: 16, left: 18, right: 18 } as const
/** The regions that print on Letter (CLDR, paper sizes). */
const LETTER_REGIONS: ReadonlySet<string> = new Set([
  'BZ',
  'CA',
  'CL',
  'CO',
  'CR',
  'GT',
  'MX',
  'NI',
  'PA',
  'PH',
  'PR',
  'SV',
  'US',
  'VE',
])

/** The page's preload, and the formats, whose region decides the paper size. */
export interface Printer {
  readonly preload: string
  readonly formats: Formats
}

/**
 * Prints a statement to PDF: our own page, rendered without a window so that no screen is needed,
 * with no more rights than the app's. The request must be one that the query `statement` answers.
 * Throws if the page does not render, which is a bug in Escrowbook.
 */
export async function printStatement(
  { preload, formats }: Printer,
  request: StatementRequest,
  signal: AbortSignal,
): Promise<Buffer> {
  const view = new WebContentsView({ webPreferences: { ...pageRights(preload), backgroundThrottling: false } })
  const { webContents } = view
  const stop = (): void => webContents.close()
  signal.addEventListener('abort', stop, { once: true })
  try {
    const drawn = titleOf(webContents)
    // Nobody waits for the title of a page that cannot even be loaded.
    drawn.catch(() => undefined)
    await webContents.loadURL(`${ORIGIN}/statement.html?${new URLSearchParams(fieldsOf(request))}`)
    const title = await drawn
    const inches = Object.fromEntries(Object.entries(MARGIN).map(([side, mm]) => [side, mm / MM_PER_INCH]))
    return await webContents.printToPDF({
      pageSize: LETTER_REGIONS.has(new Intl.Locale(formats.regional).maximize().region ?? '') ? 'Letter' : 'A4',
      margins: { ...inches, marginType: 'custom' } as Electron.PrintToPDFOptions['margins'] & object,
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: footer(title),
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    })
  } finally {
    signal.removeEventListener('abort', stop)
    // Ask the view: it is destroyed with its page once nothing refers to it.
    if (!view.webContents.isDestroyed()) view.webContents.close()
  }
}

/** Resolves to the page's title, which it sets once it has rendered. */
function titleOf(webContents: WebContents): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('the statement was not drawn')), DRAWN_WITHIN_MS)
    webContents.on('page-title-updated', (_event, title, explicitSet) => {
      if (!explicitSet || title === '') return
      clearTimeout(late)
      resolve(title)
    })
    // Closed because it was stopped, or crashed.
    for (const end of ['destroyed', 'render-process-gone'] as const) {
      webContents.once(end as 'destroyed', () => {
        clearTimeout(late)
        reject(new Error('the statement was not drawn'))
      })
    }
  })
}

function fieldsOf(request: StatementRequest): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request).filter((field): field is [string, string] => typeof field[1] === 'string'),
  )
}

/** The footer of every page: HTML of its own, so the title is escaped. */
function footer(title: string): string {
  const [page, pages] = ['\u0001', '\u0002']
  const count = escaped(say('printed.page', { page, pages }))
    .replace(page, '<span class="pageNumber"></span>')
    .replace(pages, '<span class="totalPages"></span>')
  const style = `box-sizing:border-box;width:100%;padding:0 ${MARGIN.right}mm 0 ${MARGIN.left}mm;display:flex;justify-content:space-between;gap:8mm;font:9px Inter,Helvetica,Arial,sans-serif;color:#6b6459`
  return `<div style="${style}"><span style="white-space:nowrap;overflow:hidden;text-overflow:ellipsis">${escaped(title)}</span><span style="flex-shrink:0">${count}</span></div>`
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
}
