import type { Preferences } from '../../../shared/api/preferences.ts'
import type { Query, QueryOf, QueryValues } from '../../../shared/api/queries.ts'
import type { IsoDate } from '../../../shared/dates/calendar.ts'
import { bookName } from '../../answers/book-name.ts'
import type { Book } from '../../book/book.ts'
import type { CheckpointMark } from '../../book/checkpoint/checkpoint.ts'
import { type FrontPage, readFrontPage, writeFrontPage } from '../../book/checkpoint/front-page.ts'
import { frontPageOf, nameOf, onFrontPage } from '../../queries/front-page.ts'

/** Smaller checkpoints are read too quickly for a front page to pay off. */
const WORTH_A_PAGE_BYTES = 1 << 20

/**
 * The page first asks for two lists: the visible rows, and the contracts with the next deadlines.
 */
const OPENING_LISTS = 2

/** The facts known before the book is open. */
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
 * Answers the page's first queries from the saved front page while the book is still being read,
 * and saves a new front page for the next start.
 */
export class FrontPageAnswers {
  readonly #place: FrontPageContext
  /**
   * The latest query for each list that the page opens with, by its `limit`: the person may change
   * order and filters.
   */
  readonly #lists = new Map<number | undefined, QueryOf<'contracts'>>()
  readonly #found: Promise<void>
  #isFound: () => void = () => {}
  #front: Front | undefined
  #closed = false
  /** The name of the saved front page. */
  #kept = ''

  constructor(place: FrontPageContext) {
    this.#place = place
    this.#found = new Promise(resolve => {
      this.#isFound = resolve
    })
  }

  /**
   * Looks for the front page of the book in a folder; returns true if there is one for today.
   * Queries that were waiting are answered now.
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

  /**
   * Stops answering: from now on the book does. Returns true if the front page was in use, so that
   * the page must ask the book again.
   */
  close(): boolean {
    this.#closed = true
    this.#isFound()
    const wasOpen = this.#front !== undefined
    this.#front = undefined
    return wasOpen
  }

  /**
   * The answer to a query before the book is read; undefined if the front page does not have it.
   */
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
   * Saves the front page of the open book if the book is large enough and the page has changed.
   * Errors are ignored: without it, the next start reads the book.
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
      // The old front page no longer matches the checkpoint, so the next start ignores it.
    }
  }

  #note(query: Query): void {
    if (query.type !== 'contracts' || query.search !== undefined || (query.offset ?? 0) > 0) return
    if (this.#lists.size < OPENING_LISTS || this.#lists.has(query.limit)) this.#lists.set(query.limit, query)
  }

  #bookAnswer({ page, mark, folder }: Front): QueryValues['book'] {
    const { format, entries, closedUntil, latest } = page
    const { sample, today } = this.#place
    // The time of the last backup is not known yet, and the chain has not been checked.
    return {
      folder,
      name: bookName(folder),
      format,
      entries,
      head: mark.hash,
      lastBackup: null,
      health: { state: 'checking' },
      readOnly: false,
      closedUntil,
      today: today(),
      latest: latest > today() ? latest : today(),
      sample,
    }
  }
}

/** The name of a front page; it differs by checkpoint, day and choice of lists. */
function nameOfPage(
  { seal }: CheckpointMark,
  today: IsoDate | undefined,
  lists: readonly QueryOf<'contracts'>[] = [],
): string {
  return [seal, today, ...lists.map(nameOf)].join(' ')
}
