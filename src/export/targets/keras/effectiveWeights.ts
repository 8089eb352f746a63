/** Weights as the forward pass has them: normalized and scaled by the layer's options, in inference. */
import {
  kernelAxes,
  outputsOf,
  singularVector,
  type ParameterSpec,
} from '../../../entries/parameter.js';
import { sizeOf, type TensorData } from '../../../ir/tensorType.js';
import type { ResolvedLayer } from '../../../language/resolvedGan.js';

/**
 * The weights of a layer by name, as `program/weights.ts` makes them.
 * @param stateOf A parameter as it is kept.
 */
export function effectiveWeights(
  { config, parameters }: ResolvedLayer,
  stateOf: (parameter: string) => TensorData,
): ReadonlyMap<string, TensorData> {
  const { spectralNorm, equalizedLearningRate } = config;
  const vectors = new Set(spectralNorm ? parameters.map(({ name }) => singularVector(name)) : []);
  return new Map(
    parameters
      .filter(({ name }) => !vectors.has(name))
      .map((parameter) => {
        const { name } = parameter;
        const plain = scaled(stateOf(name), equalizedFactor(parameter, equalizedLearningRate));
        const isNormalized = spectralNorm && kernelAxes(parameter) !== undefined;
        if (!isNormalized) return [name, plain];
        const vector = stateOf(singularVector(name)).data;
        return [name, scaled(plain, 1 / singularValue(plain, parameter, vector))];
      }),
  );
}

function equalizedFactor(parameter: ParameterSpec, option: unknown): number {
  if ((typeof option !== 'number' && option !== true) || !parameter.trainable) return 1;
  const multiplier = option === true ? 1 : option;
  if (kernelAxes(parameter) === undefined) return multiplier;
  return multiplier / Math.sqrt(sizeOf(parameter.shape) / outputsOf(parameter));
}

/** σ = uᵀWᵀv after one step of the power iteration: v = Wu₀ / ‖Wu₀‖, u = Wᵀv / ‖Wᵀv‖, W `[fan-in, outputs]`. */
function singularValue(
  { data, shape }: TensorData,
  parameter: ParameterSpec,
  start: TensorData['data'],
): number {
  const axes = kernelAxes(parameter) ?? [];
  const [outputs, inputs] = [outputsOf(parameter), sizeOf(shape) / outputsOf(parameter)];
  const places = Array.from(data, (_, at) => placeOf(at, shape, axes));
  const inner = new Float64Array(inputs);
  places.forEach(([row, column], at) => {
    inner[row] = (inner[row] ?? 0) + (data[at] ?? 0) * (start[column] ?? 0);
  });
  const v = unit(inner);
  const outer = new Float64Array(outputs);
  places.forEach(([row, column], at) => {
    outer[column] = (outer[column] ?? 0) + (data[at] ?? 0) * (v[row] ?? 0);
  });
  const u = unit(outer);
  return outer.reduce((sum, value, at) => sum + value * (u[at] ?? 0), 0);
}

/** Row and column of a kernel's element in the matrix of the kernel: the output axes are its columns. */
function placeOf(
  at: number,
  shape: readonly number[],
  outputAxes: readonly number[],
): readonly [number, number] {
  let [rest, row, column, rows, columns] = [at, 0, 0, 1, 1];
  for (let axis = shape.length - 1; axis >= 0; axis -= 1) {
    const size = shape[axis] ?? 1;
    const index = rest % size;
    rest = Math.floor(rest / size);
    if (outputAxes.includes(axis)) {
      column += index * columns;
      columns *= size;
    } else {
      row += index * rows;
      rows *= size;
    }
  }
  return [row, column];
}

function unit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0) + 1e-12);
  return vector.map((value) => value / length);
}

function scaled(tensor: TensorData, factor: number): TensorData {
  if (factor === 1 || tensor.dtype !== 'float32') return tensor;
  return { ...tensor, data: Float32Array.from(tensor.data, (value) => value * factor) };
}
