/** Does one thing after another, in the order they were asked for. */
export class Queue {
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0

  /** Nothing is being done, and nothing waits. */
  get isIdle(): boolean {
    return this.#waiting === 0
  }

  /** Does a piece of work once all before it are done, whatever came of them. */
  run<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting++
    const run = this.#last.then(work).finally(() => {
      this.#waiting--
    })
    this.#last = run.catch(() => undefined)
    return run
  }
}
