/** Lists of whole numbers that grow with the batch: constants where the operation works out its length, else computed. */
import type { Operand } from './operands.js';
import { batchAxis, type BatchAxis, type Growing } from './sizes.js';

/** A constant list. */
export interface ListConstant {
  readonly name: string;
  readonly values: readonly number[];
}

/** An operation on lists. `Slice` has begins and ends, which for the first number are also its begin and its size. */
export interface ListNode {
  readonly name: string;
  readonly op: 'Shape' | 'Slice' | 'Multiply' | 'Add' | 'Divide';
  readonly inputs: readonly string[];
}

/** The constants and operations that the lists of a network need, each made once. */
export class GrowingLists {
  readonly constants: ListConstant[] = [];
  readonly nodes: ListNode[] = [];
  readonly #names = new Map<string, string>();

  /**
   * @param source An input whose first axis is the batch.
   * @param slope Samples of a unit.
   */
  constructor(
    private readonly source: string,
    private readonly slope: number,
  ) {}

  /**
   * The name of an operand.
   * @param isShape True for the second operand of `Reshape`, which finds the length of one axis by itself.
   */
  nameOf(operand: Operand, isShape: boolean): string {
    if (typeof operand === 'string') return operand;
    const batch = isShape ? batchAxis(operand) : undefined;
    return batch ? this.#reshaped(operand, batch) : this.#computed(operand);
  }

  #reshaped({ base }: Growing, { axis }: BatchAxis): string {
    return this.#constant(base.map((size, at) => (at === axis ? -1 : size)));
  }

  #computed({ base, slope }: Growing): string {
    const grown = this.#node('Multiply', this.#units(), this.#constant(slope));
    return base.every((each) => each === 0)
      ? grown
      : this.#node('Add', grown, this.#constant(base));
  }

  /** The number of units in the batch, as a list of one. */
  #units(): string {
    const shape = this.#node('Shape', this.source);
    const size = this.#node('Slice', shape, this.#constant([0]), this.#constant([1]));
    return this.slope === 1 ? size : this.#node('Divide', size, this.#constant([this.slope]));
  }

  #constant(values: readonly number[]): string {
    return this.#once(values.join(), (name) => {
      this.constants.push({ name, values });
    });
  }

  #node(op: ListNode['op'], ...inputs: readonly string[]): string {
    return this.#once([op, ...inputs].join(), (name) => {
      this.nodes.push({ name, op, inputs });
    });
  }

  #once(key: string, make: (name: string) => void): string {
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const name = `batch/${this.#names.size}`;
    this.#names.set(key, name);
    make(name);
    return name;
  }
}
