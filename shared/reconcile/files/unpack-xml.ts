import type { FileProblem } from './file-problem.ts'
import { Turns } from './turns.ts'
import { XmlReader, type XmlTaker } from './xml.ts'
import type { Zip, ZipEntry } from './zip.ts'

/**
 * Unpacks an XML file of a ZIP and reads it, piece by piece; nothing holds it whole. `problem` says
 * when to go no further. Returns the problem: `password`, `too-large`, `damaged`, or its own;
 * undefined if there is none.
 */
export async function unpackXml(
  zip: Zip,
  entry: ZipEntry,
  taker: XmlTaker,
  problem: () => FileProblem | undefined = () => undefined,
): Promise<FileProblem | undefined> {
  const reader = new XmlReader(taker)
  // Office programs write UTF-8 or UTF-16; a character torn by a piece is kept for the next one.
  let decoder: TextDecoder | undefined
  const turns = new Turns()
  let isFine = true
  const failed = await zip.unpack(entry, async piece => {
    decoder ??= new TextDecoder(
      piece[0] === 0xff || piece[1] === 0 ? 'utf-16le' : piece[0] === 0xfe ? 'utf-16be' : 'utf-8',
    )
    isFine = reader.write(decoder.decode(piece, { stream: true }))
    await turns.next()
    return isFine && problem() === undefined
  })
  if (failed !== undefined) return failed
  if (problem() !== undefined) return problem()
  if (!isFine || decoder === undefined || !reader.write(decoder.decode())) return 'damaged'
  return reader.end() ? undefined : 'damaged'
}
