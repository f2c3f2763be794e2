import { type WebContents, WebContentsView } from 'electron'
import { say } from '../../../shared/words/say.ts'
import type { StatementRequest } from '../../printed-statement/statement.ts'
import type { Formats } from '../formats.ts'
import { ORIGIN } from '../security/protocol.ts'
import { pageRights } from '../window/window.ts'

/** A statement of the largest size is drawn in a few seconds; longer than this it never will be. */
const DRAWN_WITHIN_MS = 60_000
const MM_PER_INCH = 25.4
const MARGIN = { top: 14, bottom: 16, left: 18, right: 18 } as const
/** Where paper is cut to inches (CLDR, paper sizes). */
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

/**
 * What printing takes: the page's preload, and the formats, by whose region the paper's size goes.
 */
export interface Printer {
  readonly preload: string
  readonly formats: Formats
}

/**
 * A statement as a PDF: our own page, drawn without a window (so that no screen is needed) and with
 * no more rights than the app's, printed by Electron. The request must be one that the query
 * `statement` answers. Throws where the page is not drawn: a bug of ours.
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
    // Where the page cannot even be loaded nobody waits for its title.
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
    // Asked of the view, which goes with its page once nothing speaks of it any more.
    if (!view.webContents.isDestroyed()) view.webContents.close()
  }
}

/** The page's title, which it gives itself when it is drawn. */
function titleOf(webContents: WebContents): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('the statement was not drawn')), DRAWN_WITHIN_MS)
    webContents.on('page-title-updated', (_event, title, explicitSet) => {
      if (!explicitSet || title === '') return
      clearTimeout(late)
      resolve(title)
    })
    // Closed, for it was stopped, or gone by itself.
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

/**
 * What stands under every page. It is HTML of its own, so that whatever is in the title is escaped.
 */
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
