import { type CamtDetails, type CamtNode, detailsOf, rowsOfEntry } from './camt-entry.ts'
import { DelimitedRows } from './delimited-rows.ts'
import { type FileProblem, type FileText, unread } from './file-problem.ts'
import { cellsOf, FIXED_HEADERS } from './fixed-headers.ts'
import { Turns } from './turns.ts'
import { XmlReader, type XmlTaker } from './xml.ts'

const STEP = 1 << 16
/** The elements of one entry's details, or of one entry without them. */
const MOST_NODES = 20_000
const MOST_DETAILS = 200_000

/** The other messages of the same family, which are not statements. */
const OTHERS: Readonly<Record<string, FileProblem>> = {
  BkToCstmrAcctRpt: 'camt-052',
  BkToCstmrDbtCdtNtfctn: 'camt-054',
}

/**
 * Collects the rows of CAMT.053 files: bank-to-customer statements of ISO 20022, in any version and
 * with any prefix, one or several statements a file.
 */
export class CamtRows implements XmlTaker {
  readonly #rows = new DelimitedRows()
  readonly #open: CamtNode[] = []
  #path: string[] = []
  #account = ''
  #isStatement = false
  #details: CamtDetails[] = []
  #nodes = 0
  #problem: FileProblem | undefined

  constructor() {
    this.#rows.add(FIXED_HEADERS['camt-053'])
  }

  /** The reason to go no further; undefined while there is none. */
  get problem(): FileProblem | undefined {
    return this.#problem ?? this.#rows.problem
  }

  /** See `XmlTaker`. */
  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#path.push(name)
    if (name === 'BkToCstmrStmt') this.#isStatement = true
    this.#problem ??= Object.hasOwn(OTHERS, name) ? OTHERS[name] : undefined
    if (name === 'Stmt') this.#account = ''
    if (this.#open.length === 0 && !(name === 'Ntry' && this.#isStatement)) return
    this.#nodes++
    if (this.#nodes > MOST_NODES) this.#problem = 'damaged'
    const node = { name, attributes, children: [], text: '' }
    this.#open.at(-1)?.children.push(node)
    this.#open.push(node)
  }

  /** See `XmlTaker`. */
  text(text: string): void {
    const node = this.#open.at(-1)
    if (node !== undefined) node.text += text
    else if (this.#path.at(-3) === 'Acct' && this.#path.at(-1) === 'IBAN') this.#account += text.trim()
    else if (this.#path.at(-4) === 'Acct' && this.#path.at(-2) === 'Othr' && this.#path.at(-1) === 'Id')
      this.#account += text.trim()
  }

  /** See `XmlTaker`. */
  close(name: string): void {
    this.#path.pop()
    const node = this.#open.pop()
    if (node === undefined) return
    if (name === 'TxDtls') {
      // A batch may have thousands of them: only the parts that make a row stay.
      this.#details.push(detailsOf(node))
      this.#nodes -= drop(this.#open.at(-1), node)
      if (this.#details.length > MOST_DETAILS) this.#problem = 'too-many-rows'
    }
    if (this.#open.length > 0) return
    for (const row of rowsOfEntry(node, this.#details, this.#account)) this.#rows.add(cellsOf(row))
    this.#details = []
    this.#nodes = 0
  }

  /** Starts another file. */
  begin(): void {
    this.#path = []
    this.#open.length = 0
    this.#details = []
    this.#nodes = 0
    this.#isStatement = false
  }

  /** True if the current file is a statement. */
  get isStatement(): boolean {
    return this.#isStatement
  }

  /** Returns the rows of all files. */
  end(): FileText {
    if (this.problem !== undefined) return unread(this.problem)
    return this.#rows.rows < 2 ? unread('no-rows') : this.#rows.end()
  }
}

/** Takes a child away; returns the number of elements in it. */
function drop(parent: CamtNode | undefined, node: CamtNode): number {
  parent?.children.pop()
  let count = 0
  const all = [node]
  for (let next = all.pop(); next !== undefined; next = all.pop()) {
    count++
    all.push(...next.children)
  }
  return count
}

/**
 * Returns the rows of a CAMT.053 file. Refuses `camt-052`, `camt-054`, `other-xml`, `no-rows`,
 * `damaged`, and the limits.
 */
export async function camtText(xml: string): Promise<FileText> {
  const rows = new CamtRows()
  const problem = await readCamt(xml, rows)
  return problem === undefined ? rows.end() : unread(problem)
}

/** Reads one file into `rows`; returns the problem, if any. */
export async function readCamt(xml: string, rows: CamtRows): Promise<FileProblem | undefined> {
  rows.begin()
  const reader = new XmlReader(rows)
  const turns = new Turns()
  for (let at = 0; at < xml.length; at += STEP) {
    const isFine = reader.write(xml.slice(at, at + STEP))
    if (rows.problem !== undefined) return rows.problem
    if (!isFine) return 'damaged'
    await turns.next()
  }
  if (!reader.end()) return 'damaged'
  return rows.isStatement ? undefined : 'other-xml'
}
