/** Has work wait until fewer than so many pieces of it are under way, in the order in which it came. */
export class Turns {
  #underWay = 0
  readonly #waiting: { readonly most: number; readonly begin: () => void }[] = []

  /** Does a piece of work when fewer than `most` are under way. */
  async take<T>(most: number, work: () => Promise<T>): Promise<T> {
    if (this.#waiting.length > 0 || this.#underWay >= most) {
      await new Promise<void>((begin) => this.#waiting.push({ most, begin }))
    } else this.#underWay += 1
    try {
      return await work()
    } finally {
      this.#underWay -= 1
      this.#beginNext()
    }
  }

  #beginNext(): void {
    for (let next = this.#waiting[0]; next !== undefined && this.#underWay < next.most; next = this.#waiting[0]) {
      this.#waiting.shift()
      this.#underWay += 1
      next.begin()
    }
  }
}
