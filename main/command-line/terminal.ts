import { once } from 'node:events'
import { stripVTControlCharacters } from 'node:util'
import type { Answer, AnswerError } from '../../shared/api/answers.ts'
import { say } from '../../shared/words/say.ts'
import { EXIT, type Exit } from './exit.ts'

/** The two output streams of a process. */
export interface Streams {
  readonly stdout: NodeJS.WriteStream
  readonly stderr: NodeJS.WriteStream
}

const TOLD_EVERY_MS = 200

/**
 * The output of a command: results on stdout, messages on stderr; with `json`, every result and
 * refusal is an `Answer` on stdout.
 */
export class Terminal {
  readonly json: boolean
  readonly #streams: Streams
  #isReaderGone = false
  #toldAt = Number.NEGATIVE_INFINITY

  constructor(streams: Streams, json: boolean) {
    this.#streams = streams
    this.json = json
    // `escrowbook export | head`: the reader has closed the pipe, which is not a failure.
    for (const stream of [streams.stdout, streams.stderr]) {
      stream.on('error', (problem: NodeJS.ErrnoException) => {
        if (problem.code !== 'EPIPE') throw problem
        this.#isReaderGone = true
      })
    }
  }

  /** True if stdout is a terminal, not a program or a file. */
  get isWatched(): boolean {
    return this.#streams.stdout.isTTY === true
  }

  /**
   * Writes a piece of the result, and waits for a slow reader. Returns false once nobody reads any
   * more.
   */
  async write(piece: string | Uint8Array): Promise<boolean> {
    const { stdout } = this.#streams
    if (!this.#isReaderGone && !stdout.write(piece))
      await Promise.race([once(stdout, 'drain'), once(stdout, 'close')]).catch(() => undefined)
    return !this.#isReaderGone
  }

  /** Prints a message that is not part of the result. */
  tell(message: string): void {
    this.#toldAt = Number.NEGATIVE_INFINITY
    this.#clear()
    this.#streams.stderr.write(`${message}\n`)
  }

  /** Shows progress on a terminal, throttled. */
  readonly progress = (done: number, total: number): void => {
    const now = performance.now()
    if (this.#streams.stderr.isTTY !== true || total === 0 || now - this.#toldAt < TOLD_EVERY_MS) return
    this.#toldAt = now
    this.#clear()
    this.#streams.stderr.write(say('terminal.progress', { percent: Math.floor((done / total) * 100) }))
  }

  /** Prints the result: `value` to a program, `text` to a person. */
  async answer(value: unknown, text: string): Promise<void> {
    this.#clear()
    await this.write(this.json ? `${JSON.stringify({ ok: true, value } satisfies Answer<unknown>)}\n` : `${text}\n`)
  }

  /**
   * Reports a result that does not go to stdout: as an answer for programs, as a message for
   * people.
   */
  async done(value: unknown, message: string): Promise<void> {
    if (this.json) await this.answer(value, message)
    else this.tell(message)
  }

  /** Prints a refusal, and returns the exit code: 1, or 2 for wrong usage. */
  async refuse(error: AnswerError, exit: Exit = EXIT.refused): Promise<Exit> {
    if (this.json) await this.write(`${JSON.stringify({ ok: false, error } satisfies Answer<never>)}\n`)
    else this.tell(say('terminal.refused', { message: printable(error.message) }))
    return exit
  }

  /** Resolves once all output has been read. */
  async flush(): Promise<void> {
    this.#clear()
    for (const stream of [this.#streams.stdout, this.#streams.stderr])
      await new Promise<void>(done => stream.write('', () => done()))
  }

  /** Removes the progress line. */
  #clear(): void {
    if (this.#streams.stderr.isTTY === true) this.#streams.stderr.write('\r\u001b[K')
  }
}

/**
 * Makes text from the book safe for a terminal: nothing in it can move the cursor, change a colour
 * or break the line.
 */
export function printable(text: string): string {
  return stripVTControlCharacters(text).replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu, ' ')
}
