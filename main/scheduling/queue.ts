/** Does one thing after another, in the order they were asked for. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve()
  #waiting = 0

  /** Nothing is being done, and nothing waits. */
  get areFree(): boolean {
    return this.#waiting === 0
  }

  /** Does a piece of work once all before it are done, whatever came of them. */
  take<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting++
    const run = this.#last.then(work).finally(() => {
      this.#waiting--
    })
    this.#last = run.catch(() => undefined)
    return run
  }
}
