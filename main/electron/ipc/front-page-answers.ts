import type { Preferences } from '../../../shared/api/preferences.ts'
import type { Query, QueryOf, QueryValues } from '../../../shared/api/queries.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { bookName } from '../../answers/book-name.ts'
import type { Book } from '../../book/book.ts'
import type { CheckpointMark } from '../../book/checkpoint/checkpoint.ts'
import { type FrontPage, readFrontPage, writeFrontPage } from '../../book/checkpoint/front-page.ts'
import { frontPageOf, nameOf, onFrontPage } from '../../queries/front-page.ts'

/** A smaller checkpoint is read in less time than a person, or another process, takes notice of. */
const WORTH_A_PAGE_BYTES = 1 << 20

/**
 * The page asks first for the rows that it shows, and for the contracts whose deadlines come first.
 */
const OPENING_LISTS = 2

/** The facts the front page knows without the book. */
export interface FrontPageContext {
  readonly version: string
  /** True if the book is the sample. */
  readonly sample: boolean
  today(): IsoDate
  preferences(): Preferences
}

interface Front {
  readonly folder: string
  readonly page: FrontPage
  readonly mark: CheckpointMark
}

/**
 * Answers what the page asks first while the book is still being read, from the front page that was
 * kept of it; and keeps one for the next start.
 */
export class FrontPageAnswers {
  readonly #place: FrontPageContext
  /**
   * The lists that the page opens with as it asked for them last, by how many rows they have: their
   * order and filters may be chosen anew.
   */
  readonly #lists = new Map<number | undefined, QueryOf<'contracts'>>()
  readonly #found: Promise<void>
  #isFound: () => void = () => {}
  #front: Front | undefined
  #closed = false
  /** The name of the page that is on disk. */
  #kept = ''

  constructor(place: FrontPageContext) {
    this.#place = place
    this.#found = new Promise(resolve => {
      this.#isFound = resolve
    })
  }

  /**
   * Looks for the front page of the book in a folder, and says whether there is one for today. What
   * was asked before is answered now.
   */
  open(folder: string): boolean {
    const found = readFrontPage(folder, this.#place.version)
    const today = this.#place.today()
    if (found?.page.days.some(day => day.today === today)) {
      this.#front = { ...found, folder }
      const [first] = found.page.days
      this.#kept = nameOfPage(
        found.mark,
        first?.today,
        first?.lists.map(({ query }) => query),
      )
    }
    this.#isFound()
    return this.#front !== undefined
  }

  /** The book answers from now on. Says whether something was shown that it must now say itself. */
  close(): boolean {
    this.#closed = true
    this.#isFound()
    const wasOpen = this.#front !== undefined
    this.#front = undefined
    return wasOpen
  }

  /** The answer to a query before the book is read; undefined if the front page has none. */
  async answer(query: Query): Promise<QueryValues[Query['type']] | undefined> {
    this.#note(query)
    if (this.#closed) return undefined
    await this.#found
    if (this.#front === undefined) return undefined
    if (query.type === 'preferences') return this.#place.preferences()
    if (query.type === 'book') return this.#bookAnswer(this.#front)
    return onFrontPage(this.#front.page, query, this.#place.today())
  }

  /**
   * Writes the front page of the open book where it is worth one and has changed. What goes wrong
   * is worth no word: the next start reads the book.
   */
  async keep(book: Book, mark: CheckpointMark): Promise<void> {
    const { folder, head } = book.info()
    const today = this.#place.today()
    const lists = [...this.#lists.values()]
    const made = nameOfPage(mark, today, lists)
    if (mark.bytes < WORTH_A_PAGE_BYTES || lists.length === 0 || mark.hash !== head || made === this.#kept) return
    try {
      const page = await frontPageOf(book, lists, today)
      if (page === undefined) return
      await writeFrontPage(folder, this.#place.version, mark, page)
      this.#kept = made
    } catch {
      // The one that was there is not believed any more.
    }
  }

  #note(query: Query): void {
    if (query.type !== 'contracts' || query.search !== undefined || (query.offset ?? 0) > 0) return
    if (this.#lists.size < OPENING_LISTS || this.#lists.has(query.limit)) this.#lists.set(query.limit, query)
  }

  #bookAnswer({ page, mark, folder }: Front): QueryValues['book'] {
    const { format, entries } = page
    const { sample, today } = this.#place
    // When it was backed up last is not known yet, and the whole of it has still to be checked.
    return {
      folder,
      name: bookName(folder),
      format,
      entries,
      head: mark.hash,
      lastBackup: null,
      health: { state: 'checking' },
      readOnly: false,
      today: today(),
      sample,
    }
  }
}

/** The name of a front page: another checkpoint, day or choice of lists makes another page. */
function nameOfPage(
  { seal }: CheckpointMark,
  today: IsoDate | undefined,
  lists: readonly QueryOf<'contracts'>[] = [],
): string {
  return [seal, today, ...lists.map(nameOf)].join(' ')
}
