/** Runs pieces of work one after another, in the order they were asked for. */
export class Queue {
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0

  /** True if nothing is running or waiting. */
  get isIdle(): boolean {
    return this.#waiting === 0
  }

  /** Runs `work` once everything before it has settled, and returns its result. */
  run<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting++
    const run = this.#last.then(work).finally(() => {
      this.#waiting--
    })
    this.#last = run.catch(() => undefined)
    return run
  }
}
