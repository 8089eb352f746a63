const count = { type: 'integer', minimum: 0 } as const;

/** The form in which a streak is saved: looks that have shown it, looks that have not, and the healthy iteration. */
export const streakSchema = {
  type: 'array',
  items: [count, count, { type: 'integer' }],
  minItems: 3,
  additionalItems: false,
} as const;

/** Looks in a row that show the same; as many as `patience` make a sign. */
export class Streak {
  #shown = 0;
  #absent = 0;
  #healthyAt = 0;

  /** @param every Iterations from one look to the next. */
  constructor(
    private readonly patience: number,
    private readonly every = 1,
  ) {}

  /** Looks in a row that have shown it. */
  get length(): number {
    return this.#shown;
  }

  /** Iterations done at the newest moment after which as many looks in a row as make a sign have not shown it. */
  get healthyAt(): number {
    return this.#healthyAt;
  }

  /**
   * Takes a look.
   * @param step Iterations done.
   * @returns True for a sign.
   */
  add(isShown: boolean, step: number): boolean {
    this.#shown = isShown ? this.#shown + 1 : 0;
    this.#absent = isShown ? 0 : this.#absent + 1;
    if (this.#absent >= this.patience) this.#healthyAt = step - this.patience * this.every;
    return this.#shown >= this.patience;
  }

  /** As JSON. */
  save(): unknown {
    return [this.#shown, this.#absent, this.#healthyAt];
  }

  restore(saved: unknown): void {
    // As `save` gave it.
    [this.#shown, this.#absent, this.#healthyAt] = saved as [number, number, number];
  }
}
