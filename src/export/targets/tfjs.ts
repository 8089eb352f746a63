/** The target `tfjs`: networks as TensorFlow.js graph models. */
import { InternalError } from '../../diagnostics/errors.js';
import type { TensorData } from '../../ir/tensorType.js';
import { encodeGraphModel } from '../graphModel.js';
import { isQuantized, quantize, type Quantization, type QuantizedTensor } from '../quantize.js';
import { chosenNetworks, fixedBatchNotes } from './networks.js';
import type { ExportSource, WriteTarget } from './target.js';

/** `generator/model.json` with `weights.bin`, and the same of the discriminator where it is asked for. */
export const tfjsFiles: WriteTarget = async (source, options) => {
  const networks = chosenNetworks(source, options).map(({ network, models }) => {
    return { network, file: `${network}/model.json`, ...models() };
  });
  const quantized = quantizedWeights(source, options.quantize);
  const files = new Map<string, string | Uint8Array>();
  for (const { network, file, tensorflow } of networks) {
    const { model, weights } = encodeGraphModel(tensorflow, source.writtenBy, quantized);
    files.set(file, model).set(`${network}/weights.bin`, weights);
  }
  const notes = fixedBatchNotes(networks, source.program.batchSize);
  if (options.quantize === undefined) return { files, notes };
  const error = await quantizationError(source, quantized);
  return {
    files,
    facts: { quantization: { dtype: options.quantize, ...error } },
    notes: [...notes, errorText(options.quantize, error)],
  };
};

/** The state tensors that are kept in fewer bits. */
type Quantized = ReadonlyMap<TensorData, QuantizedTensor>;

function quantizedWeights({ state }: ExportSource, dtype: Quantization | undefined): Quantized {
  if (dtype === undefined) return new Map();
  const tensors = [...state.values()].filter(isQuantized);
  return new Map(tensors.map((tensor) => [tensor, quantize(tensor, dtype)]));
}

/** Differences between the samples of the engine with quantized weights and with those of float32. */
interface QuantizationError {
  readonly mean: number;
  readonly max: number;
  /** Least and greatest number of the latter. */
  readonly range: readonly [number, number];
}

async function quantizationError(
  { state, samplesWith }: ExportSource,
  quantized: Quantized,
): Promise<QuantizationError> {
  const restored = [...state].flatMap(([name, tensor]) => {
    const each = quantized.get(tensor);
    return each ? [[name, each.restored] as const] : [];
  });
  const exact = await samplesWith(new Map());
  const coarse = await samplesWith(new Map(restored));
  let [sum, max, least, greatest] = [0, 0, Infinity, -Infinity];
  exact.forEach((value, at) => {
    const difference = Math.abs(value - (coarse[at] ?? NaN));
    if (Number.isNaN(difference)) throw new InternalError('samples of two lengths');
    sum += difference;
    max = Math.max(max, difference);
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  });
  return { mean: sum / exact.length, max, range: [least, greatest] };
}

function errorText(dtype: Quantization, { mean, max, range }: QuantizationError): string {
  const [low, high] = range.map((value) => value.toPrecision(3));
  return `weights in ${dtype} change the numbers of samples, which are from ${low} to ${high}, by ${mean.toPrecision(2)} on average and ${max.toPrecision(2)} at most`;
}
