import { once } from 'node:events'
import { stripVTControlCharacters } from 'node:util'
import type { Answer, AnswerError } from '../../shared/api/answers.ts'
import { say } from '../../shared/words/say.ts'
import { EXIT, type Exit } from './exit.ts'

/** The two streams of a terminal, as a process has them. */
export interface Streams {
  readonly stdout: NodeJS.WriteStream
  readonly stderr: NodeJS.WriteStream
}

const TOLD_EVERY_MS = 200

/**
 * Where a command says what it found: results on stdout, messages on stderr; with `json` every
 * result, and every refusal, is an `Answer` on stdout.
 */
export class Terminal {
  readonly json: boolean
  readonly #streams: Streams
  #isReaderGone = false
  #toldAt = Number.NEGATIVE_INFINITY

  constructor(streams: Streams, json: boolean) {
    this.#streams = streams
    this.json = json
    // `escrowbook export | head`: whoever read has had enough, which is no failure of ours.
    for (const stream of [streams.stdout, streams.stderr]) {
      stream.on('error', (problem: NodeJS.ErrnoException) => {
        if (problem.code !== 'EPIPE') throw problem
        this.#isReaderGone = true
      })
    }
  }

  /** Whether a person looks at stdout, and not a program or a file. */
  get isWatched(): boolean {
    return this.#streams.stdout.isTTY === true
  }

  /**
   * Writes a piece of the result, and waits for whoever reads slower. False once nobody reads any
   * more.
   */
  async write(piece: string | Uint8Array): Promise<boolean> {
    const { stdout } = this.#streams
    if (!this.#isReaderGone && !stdout.write(piece))
      await Promise.race([once(stdout, 'drain'), once(stdout, 'close')]).catch(() => undefined)
    return !this.#isReaderGone
  }

  /** Says something that is not the result. */
  tell(message: string): void {
    this.#toldAt = Number.NEGATIVE_INFINITY
    this.#clear()
    this.#streams.stderr.write(`${message}\n`)
  }

  /** Shows how far something is, where a person watches, and not too often. */
  readonly progress = (done: number, total: number): void => {
    const now = performance.now()
    if (this.#streams.stderr.isTTY !== true || total === 0 || now - this.#toldAt < TOLD_EVERY_MS) return
    this.#toldAt = now
    this.#clear()
    this.#streams.stderr.write(say('terminal.progress', { percent: Math.floor((done / total) * 100) }))
  }

  /** Gives the result: `value` to a program, `text` to a person. */
  async answer(value: unknown, text: string): Promise<void> {
    this.#clear()
    await this.write(this.json ? `${JSON.stringify({ ok: true, value } satisfies Answer<unknown>)}\n` : `${text}\n`)
  }

  /**
   * Says that something was done which is not on stdout: to a program as an answer, to a person as
   * a message.
   */
  async done(value: unknown, message: string): Promise<void> {
    if (this.json) await this.answer(value, message)
    else this.tell(message)
  }

  /**
   * Says why it was refused, and gives back the code to end with: 1, or 2 where the command line
   * itself is at fault.
   */
  async refuse(error: AnswerError, exit: Exit = EXIT.refused): Promise<Exit> {
    if (this.json) await this.write(`${JSON.stringify({ ok: false, error } satisfies Answer<never>)}\n`)
    else this.tell(say('terminal.refused', { message: printable(error.message) }))
    return exit
  }

  /** Resolves once all that was written has been taken. */
  async flush(): Promise<void> {
    this.#clear()
    for (const stream of [this.#streams.stdout, this.#streams.stderr])
      await new Promise<void>(done => stream.write('', () => done()))
  }

  /** Takes the line of progress away. */
  #clear(): void {
    if (this.#streams.stderr.isTTY === true) this.#streams.stderr.write('\r\u001b[K')
  }
}

/**
 * A text of the book as a terminal may have it: nothing in it moves the cursor, changes a colour or
 * breaks the line.
 */
export function printable(text: string): string {
  return stripVTControlCharacters(text).replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu, ' ')
}
