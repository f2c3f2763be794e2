import type { FileProblem } from './file-problem.ts'
import { unpackXml } from './unpack-xml.ts'
import type { Zip } from './zip.ts'

const MOST_STYLES = 100_000

/** The formats of days that every spreadsheet knows by number; not those of times alone. */
const isBuiltInDay = (id: number): boolean =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)

/**
 * Reads for each style of a cell if it shows a number as a day. Refuses `damaged`, `password` and
 * the limits.
 */
export async function readStyles(zip: Zip, path: string | undefined): Promise<readonly boolean[] | FileProblem> {
  const entry = path === undefined ? undefined : zip.entry(path)
  if (entry === undefined) return []
  const days = new Map<number, boolean>()
  const styles: number[] = []
  let isOfCells = false
  const problem = await unpackXml(
    zip,
    entry,
    {
      open(name, attributes) {
        if (name === 'numFmt' && days.size < MOST_STYLES)
          days.set(Number(attributes['numFmtId']), isDayFormat(attributes['formatCode'] ?? ''))
        if (name === 'cellXfs') isOfCells = true
        if (name === 'xf' && isOfCells) styles.push(Number(attributes['numFmtId'] ?? 0))
      },
      text: () => undefined,
      close(name) {
        if (name === 'cellXfs') isOfCells = false
      },
    },
    () => (styles.length > MOST_STYLES ? 'too-large' : undefined),
  )
  return problem ?? styles.map(id => days.get(id) ?? isBuiltInDay(id))
}

const LONGEST_FORMAT = 1_000

/**
 * Tells if a number format shows a day: it has a year, a day, or a month by name, outside quotes,
 * brackets and escapes.
 */
export function isDayFormat(code: string): boolean {
  let rest = ''
  let closing = ''
  for (let i = 0; i < Math.min(code.length, LONGEST_FORMAT); i++) {
    const letter = code[i] ?? ''
    if (closing !== '') closing = letter === closing ? '' : closing
    else if (letter === '"') closing = '"'
    else if (letter === '[') closing = ']'
    else if (letter === '\\' || letter === '_' || letter === '*') i++
    else if (letter === ';') break
    else rest += letter.toLowerCase()
  }
  return /[yd]|mmm/.test(rest.replaceAll('general', '').replaceAll('standard', ''))
}
