import { app, type BrowserWindow, dialog } from 'electron'
import { dayOf } from '../../../shared/dates/calendar.ts'
import { say, type Voice } from '../../../shared/words/say.ts'
import { bookName } from '../../answers/book-name.ts'
import { hasBook } from '../../book/folder/book-folder.ts'
import { regionalLocale } from '../locale.ts'
import { ownPlace, placeFile, rememberBook } from '../place/book-place.ts'
import { type FoundBook, foundBooks, foundIn } from '../place/found-books.ts'
import type { ClaimedBook } from '../place/instance.ts'
import { type KnownBook, knownBook } from '../place/known-books.ts'
import { launchBook, relaunch } from '../place/launch.ts'
import { withhold } from './showing.ts'

/** A book that is not where this start expects it. */
export type MissingBook =
  /** Only its file could tell where it is. */
  | { readonly kind: 'unknown'; readonly file: string }
  /** It is not in that folder; `known` is what this computer last saw there. */
  | { readonly kind: 'gone'; readonly folder: string; readonly known: KnownBook | undefined }

/**
 * The book that is missing where this start expects it; undefined if it is there, or there has
 * never been one. One with backups is not missing: it can be restored from them.
 */
export function missingBook(sharedData: string, { folder, place }: ClaimedBook): MissingBook | undefined {
  if (place === 'unknown') return { kind: 'unknown', file: placeFile(sharedData) }
  if (hasBook(folder) || foundIn(folder) !== undefined) return undefined
  const known = knownBook(sharedData, folder)
  const wasMoved = place === 'default' && folder !== ownPlace(sharedData)
  return known === undefined && !wasMoved ? undefined : { kind: 'gone', folder, known }
}

/**
 * Reports that the book is missing: withholds the window, says what was found instead, and starts
 * the app again on what the person chooses. No book is ever begun in place of theirs unseen.
 */
export async function tellMissingBook(
  window: BrowserWindow,
  sharedData: string,
  { place }: ClaimedBook,
  missing: MissingBook,
): Promise<void> {
  withhold(window)
  const found = foundBooks(sharedData, missing.kind === 'gone' ? [missing.folder] : [])
  for (;;) {
    const way = await askedWay(missing, found)
    if (way === 'quit') return app.exit(1)
    if (way === 'again') {
      relaunch()
      return app.exit(0)
    }
    const folder = way === 'open' ? found[0]?.folder : await chosenFolder()
    if (folder === undefined) continue
    // A start that names a folder says nothing about the book that opens by default.
    if (place !== 'asked') remember(sharedData, folder)
    launchBook(folder)
    return app.exit(0)
  }
}

type Way = 'open' | 'choose' | 'again' | 'quit'

async function askedWay(missing: MissingBook, found: readonly FoundBook[]): Promise<Way> {
  const voice = { locale: regionalLocale(), decimals: 2 }
  const [first] = found
  const ways: readonly { readonly label: string; readonly way: Way }[] = [
    ...(first === undefined
      ? []
      : [{ label: say('missing.open', { name: bookName(first.folder) }), way: 'open' } as const]),
    { label: say('missing.choose'), way: 'choose' },
    ...(missing.kind === 'gone' ? [{ label: say('start.again'), way: 'again' } as const] : []),
    { label: say('start.quit'), way: 'quit' },
  ]
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: say('app.name'),
    ...missingWords(missing, found, voice),
    buttons: ways.map(({ label }) => label),
    defaultId: 0,
    cancelId: ways.length - 1,
  })
  return ways[response]?.way ?? 'quit'
}

/** The words about a missing book, and about those that were found. */
export function missingWords(
  missing: MissingBook,
  found: readonly FoundBook[],
  voice: Voice,
): { readonly message: string; readonly detail: string } {
  const listed = found.map(({ folder: path, entries, at, kind }) =>
    say('missing.found', { path, entries, at: { day: dayOf(new Date(at)) }, kind }, voice),
  )
  return {
    message: missing.kind === 'unknown' ? say('missing.unknown', { file: missing.file }) : goneWords(missing, voice),
    detail: [...(listed.length === 0 ? [say('missing.nothing')] : listed), say('missing.unharmed')].join('\n\n'),
  }
}

function goneWords({ folder, known }: Extract<MissingBook, { kind: 'gone' }>, voice: Voice): string {
  if (known === undefined) return say('missing.gone', { folder })
  const { entries, at } = known
  return say('missing.gone-known', { folder, entries, at: { day: dayOf(new Date(at)) } }, voice)
}

/** Asks for the book's folder, and whether to begin a new one in a folder that has none. */
async function chosenFolder(): Promise<string | undefined> {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    title: say('missing.choose'),
    properties: ['openDirectory', 'createDirectory'],
  })
  const [folder] = filePaths
  if (canceled || folder === undefined || foundIn(folder) !== undefined) return folder
  const { response } = await dialog.showMessageBox({
    type: 'question',
    title: say('app.name'),
    message: say('missing.none-there', { folder }),
    buttons: [say('missing.other'), say('missing.begin')],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1 ? folder : undefined
}

/** Remembers the place of the book; if it cannot be, the next start asks again. */
function remember(sharedData: string, folder: string): void {
  try {
    rememberBook(sharedData, folder)
  } catch {
    // The disk of the app's data is full or read-only.
  }
}
