/** A queue of batches: those of the next run of a step are read while the engine works on the present one. */
import type { TensorData } from '../../ir/tensorType.js';
import type { BatchAddress, Batches } from './batches.js';

export class BatchQueue {
  #batches: Batches | undefined;
  #atHand = new Map<string, TensorData>();

  /** @param open Opens the data set; called once, for the first batch. */
  constructor(private readonly open: () => Promise<Batches>) {}

  /** @throws GanspecError where the data set cannot be opened or read. */
  async get(address: BatchAddress): Promise<TensorData> {
    const known = this.#atHand.get(keyOf(address));
    if (known) return known;
    this.#batches ??= await this.open();
    const batch = this.#batches(address);
    this.#atHand.set(keyOf(address), batch);
    return batch;
  }

  /**
   * Replaces the queued batches of a stream by these. One that cannot be read is an error only when it is needed.
   */
  readAhead(stream: string, addresses: readonly BatchAddress[]): void {
    const batches = this.#batches;
    if (!batches) return;
    const others = [...this.#atHand].filter(([key]) => !key.startsWith(`${stream}/`));
    const read = addresses.flatMap((address) => {
      const key = keyOf(address);
      const batch = this.#atHand.get(key) ?? attempt(() => batches(address));
      return batch ? [[key, batch] as const] : [];
    });
    this.#atHand = new Map([...others, ...read]);
  }
}

function keyOf({ stream, index, field }: BatchAddress): string {
  return `${stream}/${index}/${field}`;
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
