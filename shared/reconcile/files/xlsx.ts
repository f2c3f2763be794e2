import type { FileText } from './file-problem.ts'
import { unread } from './file-problem.ts'
import { unpackXml } from './unpack-xml.ts'
import { SheetRows } from './xlsx-sheet.ts'
import { readSharedStrings } from './xlsx-strings.ts'
import { readStyles } from './xlsx-styles.ts'
import { readWorkbook } from './xlsx-workbook.ts'
import type { Zip } from './zip.ts'

/**
 * Returns the rows of a spreadsheet's first sheet that is not hidden and has a table; a row's line
 * is its number in the sheet. Refuses `no-table`, `password`, `damaged` and the limits.
 */
export async function xlsxText(zip: Zip): Promise<FileText> {
  const workbook = await readWorkbook(zip)
  if (typeof workbook === 'string') return unread(workbook)
  const strings = await readSharedStrings(zip, workbook.sharedStrings)
  if (!Array.isArray(strings)) return unread(strings)
  const styles = await readStyles(zip, workbook.styles)
  if (typeof styles === 'string') return unread(styles)
  for (const sheet of workbook.sheets) {
    const rows = new SheetRows({ strings, styles, countsFrom1904: workbook.countsFrom1904 })
    const entry = zip.entry(sheet)
    if (entry === undefined) return unread('damaged')
    const problem = await unpackXml(zip, entry, rows, () => rows.problem)
    if (problem !== undefined) return unread(problem)
    if (rows.isTable) return rows.end()
  }
  return unread('no-table')
}
