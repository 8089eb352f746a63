/** Iterations in a row in which a condition has held. */
export class Streak {
  #count = 0;

  /** @returns The number of iterations in a row, this one included. */
  add(holds: boolean): number {
    this.#count = holds ? this.#count + 1 : 0;
    return this.#count;
  }

  save(): number {
    return this.#count;
  }

  restore(saved: unknown): void {
    // As `save` gave it.
    this.#count = saved as number;
  }
}
