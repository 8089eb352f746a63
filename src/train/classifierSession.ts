/** An auxiliary classifier with its state: training steps, and the outputs for samples. */
import { InternalError } from '../diagnostics/errors.js';
import type { SampleRows } from '../entries/metric.js';
import type { Program } from '../program/program.js';
import type { Executor } from './executor/executor.js';
import type { Session } from './session.js';

/** The outputs of a classifier for samples. */
export interface Classified {
  readonly logits: SampleRows;
  /** Outputs of the layer before the last. */
  readonly features: SampleRows;
}

export class ClassifierSession {
  constructor(
    private readonly program: Program,
    private readonly executor: Executor,
    /** Iterates over the step of the classifier, and keeps its state. */
    readonly session: Session,
  ) {}

  /** Outputs for samples, computed batch by batch; the last batch is filled up with zeros. */
  async classify({ count, width, numbers }: SampleRows): Promise<Classified> {
    const input = this.program.inputs.find(
      ({ graph, name }) => graph === 'classify' && name === 'real',
    );
    if (!input) throw new InternalError('the classifier takes no samples');
    const { dtype, shape } = input;
    const { batchSize } = this.program;
    const parts: { readonly logits: Float32Array; readonly features: Float32Array }[] = [];
    for (let first = 0; first < count; first += batchSize) {
      const data = new Float32Array(batchSize * width);
      data.set(numbers.subarray(first * width, Math.min(first + batchSize, count) * width));
      const feeds = new Map([['real', { dtype, shape, data }]]);
      const { results } = await this.executor.run('classify', 0, feeds);
      const [logits, features] = ['logits', 'features'].map((name) => results.get(name)?.data);
      if (!(logits instanceof Float32Array && features instanceof Float32Array)) {
        throw new InternalError('the classifier gave no numbers');
      }
      parts.push({ logits, features });
    }
    const rowsOf = (name: 'logits' | 'features'): SampleRows => {
      const rows = parts[0] ? parts[0][name].length / batchSize : 0;
      const all = new Float32Array(parts.length * batchSize * rows);
      parts.forEach((part, i) => {
        all.set(part[name], i * batchSize * rows);
      });
      return { count, width: rows, numbers: all.subarray(0, count * rows) };
    };
    return { logits: rowsOf('logits'), features: rowsOf('features') };
  }

  /** Frees the engine. */
  async dispose(): Promise<void> {
    await this.session.dispose();
  }
}
