import type { BookHealth } from '../../../shared/api/book.ts'
import type { Parameter } from '../../../shared/contract/refusals.ts'
import type { WordKey } from '../../../shared/words/catalogue.ts'
import { say } from '../../../shared/words/say.ts'

/**
 * Something a person is told of the book: a sentence of the catalogue and what it is filled with.
 */
export interface Note {
  readonly key: WordKey
  readonly params?: Readonly<Record<string, Parameter>>
}

/** The backup that a damaged book can be restored from. */
export type OfferedBackup = NonNullable<BookHealth['backup']>

/** How the book is, in the one word and the sentences that a person sees. */
export class Health {
  readonly #listeners = new Set<(health: BookHealth) => void>()
  #damage: { readonly line?: number; readonly notes: readonly Note[]; readonly backup?: OfferedBackup } | undefined
  #recovered: readonly Note[] = []
  #remarks: readonly Note[] = []
  #checking = false
  #lookingForBackup = false

  /** Forgets all that was said, before a book is opened anew. */
  begin(): void {
    this.#damage = undefined
    this.#recovered = []
    this.#remarks = []
    this.#checking = true
    this.#lookingForBackup = false
  }

  /**
   * The book cannot be written until it is repaired. Which damage (`line` from 1) is told at once;
   * `whole` once its backups have been looked at too.
   */
  damaged(
    notes: readonly Note[],
    {
      line,
      backup,
      whole,
    }: { readonly line?: number | undefined; readonly backup?: OfferedBackup; readonly whole: boolean },
  ): void {
    this.#lookingForBackup = !whole
    this.#checking = false
    this.#damage = { notes, ...(line !== undefined && { line }), ...(backup !== undefined && { backup }) }
    this.#tell()
  }

  /** Something was set aside or rebuilt; the book is whole. */
  recovered(note: Note): void {
    this.#recovered = [...this.#recovered, note]
    this.#tell()
  }

  /** Something a person should know that does not touch the book. Told once. */
  remark(note: Note): void {
    if (this.#remarks.some(({ key }) => key === note.key)) return
    this.#remarks = [...this.#remarks, note]
    this.#tell()
  }

  /** The check of the whole chain is over. */
  checked(): void {
    this.#checking = false
    this.#tell()
  }

  /** How the book is once nothing more of it is being looked at. */
  settled(): Promise<BookHealth> {
    return new Promise(resolve => {
      const settle = (): void => {
        if (this.#checking || this.#lookingForBackup) return
        end()
        resolve(this.view())
      }
      const end = this.onChange(settle)
      settle()
    })
  }

  get isDamaged(): boolean {
    return this.#damage !== undefined
  }

  view(): BookHealth {
    const state = this.#damage
      ? 'damaged'
      : this.#recovered.length > 0
        ? 'recovered'
        : this.#checking
          ? 'checking'
          : 'ok'
    const notes = [...(this.#damage?.notes ?? []), ...this.#recovered, ...this.#remarks]
    const message = notes.map(({ key, params }) => say(key, params)).join(' ')
    return {
      state,
      ...(message !== '' && { message }),
      ...(this.#damage?.line !== undefined && { line: this.#damage.line }),
      ...(this.#damage?.backup && { backup: this.#damage.backup }),
    }
  }

  /** Calls `listener` at every change; gives back what ends it. */
  onChange(listener: (health: BookHealth) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #tell(): void {
    const health = this.view()
    for (const listener of this.#listeners) listener(health)
  }
}
