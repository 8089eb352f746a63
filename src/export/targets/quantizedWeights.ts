/** Weights in fewer bits, with the difference that they make to samples. */
import { InternalError } from '../../diagnostics/errors.js';
import type { TensorData } from '../../ir/tensorType.js';
import { isQuantized, quantize, type Quantization, type QuantizedTensor } from '../quantize.js';
import type { ExportSource, TargetFiles } from './target.js';

/** The state tensors that are kept in fewer bits. */
type Quantized = ReadonlyMap<TensorData, QuantizedTensor>;

/** Such weights, and what is told of them; nothing where all weights stay as they are. */
interface QuantizedWeights extends Required<Pick<TargetFiles, 'facts' | 'notes'>> {
  readonly quantized: Quantized;
}

/** @param dtype Undefined for weights as they are. */
export async function quantizedWeights(
  source: ExportSource,
  dtype: Quantization | undefined,
): Promise<QuantizedWeights> {
  if (dtype === undefined) return { quantized: new Map(), facts: {}, notes: [] };
  const tensors = [...source.state.values()].filter(isQuantized);
  const quantized = new Map(tensors.map((tensor) => [tensor, quantize(tensor, dtype)]));
  const error = await quantizationError(source, quantized);
  return {
    quantized,
    facts: { quantization: { dtype, ...error } },
    notes: [errorText(dtype, error)],
  };
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
