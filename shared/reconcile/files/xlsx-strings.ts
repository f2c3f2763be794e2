import type { FileProblem } from './file-problem.ts'
import { LARGEST_STATEMENT_BYTES, LONGEST_CELL } from './limits.ts'
import { unpackXml } from './unpack-xml.ts'
import type { Zip } from './zip.ts'

const MOST_STRINGS = 1_000_000

/**
 * Reads the strings that cells name by number; rich text counts as the text of all its runs, and
 * how it is pronounced does not. Refuses `damaged`, `password` and the limits.
 */
export async function readSharedStrings(zip: Zip, path: string | undefined): Promise<string[] | FileProblem> {
  const entry = path === undefined ? undefined : zip.entry(path)
  if (entry === undefined) return []
  const strings: string[] = []
  let length = 0
  let [isText, isPronunciation] = [false, false]
  let current = ''
  const problem = await unpackXml(
    zip,
    entry,
    {
      open(name) {
        if (name === 'si') current = ''
        else if (name === 'rPh') isPronunciation = true
        else if (name === 't') isText = !isPronunciation
      },
      text(text) {
        if (isText && current.length < LONGEST_CELL) current += text
      },
      close(name) {
        if (name === 't') isText = false
        else if (name === 'rPh') isPronunciation = false
        if (name !== 'si') return
        strings.push(current)
        length += current.length
      },
    },
    () => (strings.length > MOST_STRINGS || length > LARGEST_STATEMENT_BYTES ? 'too-large' : undefined),
  )
  return problem ?? strings
}
