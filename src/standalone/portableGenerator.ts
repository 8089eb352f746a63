/** An exported generator at work, wherever JavaScript runs. */
import { loadGraphModel, type GraphModel } from '@tensorflow/tfjs-converter';
import { dispose, io, tensor, type Tensor } from '@tensorflow/tfjs-core';
import { argumentMustBe, checkOptions, wholeNumberArgument } from '../diagnostics/arguments.js';
import type { GeneratorDescription } from '../export/generator.js';
import { sizeOf } from '../ir/tensorType.js';
import type { ProgramInput } from '../program/program.js';
import type { Samples } from '../runs/samples.js';
import { isLabel } from '../train/feeds/chosenClass.js';
import { sampleGrid, type SampleChoice } from '../train/feeds/sampleGrid.js';

/** Samples computed at a time where the model takes any number. */
const usualBatch = 32;

export interface PortableOptions extends Partial<Pick<SampleChoice, 'seed' | 'label' | 'feeds'>> {
  /** Default: 1. */
  readonly count?: number;
}

const optionChecks = {
  count: wholeNumberArgument(1),
  seed: wholeNumberArgument(0),
  label: isLabel,
  feeds: argumentMustBe('numbers by input', (value) => typeof value === 'object'),
};

export class PortableGenerator {
  readonly #inputs: readonly ProgramInput[];

  constructor(
    readonly description: GeneratorDescription,
    private readonly model: GraphModel,
  ) {
    this.#inputs = description.inputs.map(({ name, shape, meaning, distribution }) => ({
      graph: 'sample',
      name,
      meaning,
      dtype: 'float32',
      shape: [1, ...shape],
      source: { kind: 'random', stream: name, distribution },
    }));
  }

  /** The numbers of all random inputs but the classes, as they are drawn for the first sample of a seed. */
  draw(seed: number): ReadonlyMap<string, Float32Array> {
    const choice = { seed, label: undefined, classList: undefined, feeds: undefined };
    const { inputs } = sampleGrid(this.#inputs, 1, 1, choice);
    return new Map(
      inputs
        .filter(([{ name }]) => name !== 'labels')
        .map(([{ name }, numbers]) => [name, Float32Array.from(numbers)]),
    );
  }

  /** New samples; the same options give the same samples, those of `ganspec sample` with that seed. */
  async sample(options: PortableOptions = {}): Promise<Samples> {
    checkOptions('sample', options, optionChecks);
    const { count = 1, seed = this.description.seed, label, feeds } = options;
    const { batchSize, classNames, sample: shape } = this.description;
    const batch = batchSize ?? Math.min(count, usualBatch);
    const rows = batchSize === null ? count : Math.ceil(count / batch) * batch;
    const classList = classNames?.map((name) => ({ name }));
    const choice = { seed, label, classList, feeds };
    const { inputs, labels } = sampleGrid(this.#inputs, count, rows, choice);
    const size = sizeOf(shape);
    const data = new Float32Array(count * size);
    for (let first = 0; first < count; first += batch) {
      const taken = Math.min(batch, rows - first);
      const tensors = inputs.map(([{ name, shape: own }, numbers]) => {
        const [, ...rest] = own;
        const row = sizeOf(rest);
        const part = numbers.subarray(first * row, (first + taken) * row);
        return [name, tensor(part, [taken, ...rest], 'float32')] as const;
      });
      const samples = await this.#run(Object.fromEntries(tensors));
      data.set(samples.subarray(0, (count - first) * size), first * size);
    }
    return {
      dtype: 'float32',
      shape: [count, ...shape],
      data,
      ...(labels && { labels: labels.subarray(0, count) }),
    };
  }

  /** Numbers of one batch; the inputs are freed. */
  async #run(inputs: Readonly<Record<string, Tensor>>): Promise<Float32Array> {
    // The model has one result, for which predict gives no list.
    const result = this.model.predict(inputs) as Tensor;
    dispose(inputs);
    const data = await result.data<'float32'>();
    result.dispose();
    return data;
  }
}

/**
 * @param model The content of `model.json`.
 * @param weights The content of `weights.bin`.
 */
export async function openPortable(
  description: GeneratorDescription,
  model: string,
  weights: ArrayBuffer,
): Promise<PortableGenerator> {
  // Written by ganspec in this form.
  const json = JSON.parse(model) as io.ModelJSON;
  const load = (): Promise<io.ModelArtifacts> =>
    io.getModelArtifactsForJSON(json, (manifest) =>
      Promise.resolve([io.getWeightSpecs(manifest), weights]),
    );
  return new PortableGenerator(description, await loadGraphModel({ load }));
}
