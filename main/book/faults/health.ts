import type { BookHealth, Rollback } from '../../../shared/api/book.ts'
import type { Parameter } from '../../../shared/contract/refusals.ts'
import { dayOf } from '../../../shared/dates/calendar.ts'

/** Codes of what the store has to say about a book; `main/answers` has a sentence for each. */
export type NoteCode =
  | 'torn'
  | 'torn-read-only'
  | 'torn-unmended'
  | 'newline'
  | 'newline-junk'
  | 'changed'
  | 'misplaced'
  | 'unreadable'
  | 'unaccepted'
  | 'unknown-record'
  | 'unsure'
  | 'journal-missing'
  | 'journal-blocked'
  | 'checkpoint-damaged'
  | 'checkpoint-ahead'
  | 'checkpoint-foreign'
  | 'checkpoint-false'
  | 'checkpoint-blocked'
  | 'checkpoint-failed'
  | 'rolled-back'
  | 'rolled-aside'
  | 'offer-backup'
  | 'no-backup'
  | 'backup-failed'
  | 'conflict-copy'
  | 'rights-open'
  | 'folder-read-only'
  | 'folder-full'

/** Something to tell the person about the book: a code and the values its sentence needs. */
export interface Note {
  readonly code: NoteCode
  readonly params?: Readonly<Record<string, Parameter>>
}

/** The backup that a damaged book can be restored from. */
export type OfferedBackup = NonNullable<BookHealth['backup']>

/**
 * The health of a book, not yet in words. `line` (from 1) and `backup` come with damage; the notes
 * are in the order to tell them.
 */
export interface HealthStatus extends Pick<BookHealth, 'state' | 'line' | 'backup' | 'rollback'> {
  readonly notes: readonly Note[]
}

/** Collects what happens to a book's files into one health status. */
export class Health {
  readonly #listeners = new Set<(status: HealthStatus) => void>()
  #damage: { readonly line?: number; readonly notes: readonly Note[]; readonly backup?: OfferedBackup } | undefined
  #newer: { readonly note: Note; readonly line: number } | undefined
  #repairs: readonly Note[] = []
  #remarks: readonly Note[] = []
  #rollback: { readonly note: Note; readonly rollback: Rollback } | undefined
  #isChainChecked = true
  #areFiguresProved = true
  #isSeekingBackup = false

  /**
   * Forgets everything noted so far; the check of the chain and the proof of the figures begin.
   * Called before the files are opened.
   */
  reset(): void {
    this.#damage = undefined
    this.#newer = undefined
    this.#repairs = []
    this.#remarks = []
    this.#rollback = undefined
    this.#isSeekingBackup = false
    this.checking()
  }

  /** Begins the check of the chain and the proof of the figures, again if they were done before. */
  checking(): void {
    this.#isChainChecked = false
    this.#areFiguresProved = false
    this.#notify()
  }

  /**
   * Records damage: the book is read-only until it is repaired. Called as soon as the damage is
   * found (`line` from 1), and again with `isFinal` once the backups have been checked too.
   */
  damaged(
    notes: readonly Note[],
    {
      line,
      backup,
      isFinal,
    }: { readonly line?: number | undefined; readonly backup?: OfferedBackup; readonly isFinal: boolean },
  ): void {
    this.#isSeekingBackup = !isFinal
    this.#isChainChecked = true
    this.#areFiguresProved = true
    this.#damage = { notes, ...(line !== undefined && { line }), ...(backup !== undefined && { backup }) }
    this.#notify()
  }

  /**
   * Records that the journal goes on with something that this version does not know, from `line`
   * (from 1): the book is read-only and ends before it. It is no damage, so no backup is offered.
   */
  newer(note: Note, line: number): void {
    this.#isChainChecked = true
    this.#areFiguresProved = true
    this.#newer = { note, line }
    this.#notify()
  }

  /** Records a repair, after which the book is complete: something was quarantined or rebuilt. */
  repaired(note: Note): void {
    this.#repairs = [...this.#repairs, note]
    this.#notify()
  }

  /** Records something worth knowing that does not affect the book; once per code. */
  remark(note: Note): void {
    if (this.#remarks.some(({ code }) => code === note.code)) return
    this.#remarks = [...this.#remarks, note]
    this.#notify()
  }

  /** Records that the book lacks entries it had; undefined once the person has accepted that. */
  rolledBack(rollback: Rollback | undefined): void {
    if (rollback === undefined) this.#rollback = undefined
    else {
      const { entries, missing, at } = rollback
      const code = missing > 0 ? 'rolled-back' : 'rolled-aside'
      this.#rollback = { note: { code, params: { entries, missing, at: { day: dayOf(new Date(at)) } } }, rollback }
    }
    this.#notify()
  }

  /** Records that the whole chain has been checked and is intact. */
  checked(): void {
    this.#isChainChecked = true
    this.#notify()
  }

  /** Records that every figure is proved by the journal. */
  proved(): void {
    this.#areFiguresProved = true
    this.#notify()
  }

  /**
   * Resolves with the status once the chain has been checked and the figures are proved, or after
   * damage the backups have been checked.
   */
  settled(): Promise<HealthStatus> {
    return new Promise(resolve => {
      const settle = (): void => {
        if (this.#isChecking() || this.#isSeekingBackup) return
        unsubscribe()
        resolve(this.status())
      }
      const unsubscribe = this.onChange(settle)
      settle()
    })
  }

  get isDamaged(): boolean {
    return this.#damage !== undefined
  }

  /** The status now. */
  status(): HealthStatus {
    const line = this.#damage === undefined ? this.#newer?.line : this.#damage.line
    const newer = this.#newer === undefined ? [] : [this.#newer.note]
    return {
      state: this.#state(),
      notes: [
        ...(this.#damage?.notes ?? newer),
        ...(this.#rollback === undefined ? [] : [this.#rollback.note]),
        ...this.#repairs,
        ...this.#remarks,
      ],
      ...(this.#rollback && { rollback: this.#rollback.rollback }),
      ...(line !== undefined && { line }),
      ...(this.#damage?.backup && { backup: this.#damage.backup }),
    }
  }

  /** Calls `listener` on every change; returns an unsubscribe function. */
  onChange(listener: (status: HealthStatus) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #state(): BookHealth['state'] {
    if (this.#damage !== undefined) return 'damaged'
    if (this.#newer !== undefined) return 'newer'
    if (this.#isChecking()) return 'checking'
    return this.#repairs.length > 0 ? 'recovered' : 'ok'
  }

  #isChecking(): boolean {
    return !this.#isChainChecked || !this.#areFiguresProved
  }

  #notify(): void {
    const status = this.status()
    for (const listener of this.#listeners) listener(status)
  }
}
