/** The vector that the directions of a generator move, and the affine maps that read it. */
import type { Shape } from '../ir/tensorType.js';
import { sizeOf } from '../ir/tensorType.js';
import type { ResolvedLayer, ResolvedNetwork } from '../language/resolvedGan.js';

/** A kernel that multiplies the vector. */
export interface LatentReader {
  readonly layer: ResolvedLayer;
  /** Name of the kernel among the layer's parameters. */
  readonly parameter: string;
  /** Axis of the kernel that runs along what it multiplies. */
  readonly axis: number;
  /** The place in the vector of each number that the kernel multiplies; −1 for numbers of other origin. */
  readonly places: readonly number[];
}

/** A vector inside a generator, with all that reads it. */
export interface ReadVector {
  /** Name of the layer that gives it; `input` for the latent vector. */
  readonly name: string;
  /** Its length; that of the input includes codes. */
  readonly size: number;
  /** Numbers that directions move: all of a layer, the latent vector of the input. */
  readonly moved: number;
  readonly readers: readonly LatentReader[];
}

/** Kernels of styles: they multiply the second input of their layer. */
const styleKernels: readonly string[] = ['styleKernel', 'gammaKernel', 'betaKernel'];

/** Layers whose `kernel` multiplies the channels of their input. */
const affineTypes: readonly string[] = [
  'dense',
  'conv1d',
  'conv1dTranspose',
  'conv2d',
  'conv2dTranspose',
];

/** Layers that hand on the numbers of their input in their order; `pixelNorm` changes their common length alone. */
const carrierTypes: readonly string[] = [
  'reshape',
  'flatten',
  'dropout',
  'gaussianNoise',
  'pixelNorm',
];

/**
 * The style, where layers read one that the generator computes from its latent vector, as in StyleGAN; else the latent
 * vector. Its readers are the kernels that multiply it without any other layer in between but those that only reorder it.
 * @param latent Length of the latent vector, with which the generator's input begins.
 */
export function latentReaders(generator: ResolvedNetwork, latent: number): ReadVector {
  const style = styleOf(generator);
  const name = style?.name ?? 'input';
  const size = sizeOf(style?.outputShape ?? generator.inputShape);
  const moved = style ? size : latent;
  const origin = Array.from({ length: size }, (_, place) => (place < moved ? place : -1));
  const places = new Map<string, readonly number[]>([[name, origin]]);
  for (const layer of generator.layers) {
    const carried = carriedPlaces(layer, generator, places);
    if (carried) places.set(layer.name, carried);
  }
  const readers = generator.layers.flatMap((layer) => readersIn(layer, places));
  return { name, size, moved, readers };
}

/** The layer that most kernels of styles read; undefined where there is none, or classes alone are read. */
function styleOf({ layers }: ResolvedNetwork): ResolvedLayer | undefined {
  const reached = new Set(['input']);
  for (const { name, inputs } of layers) {
    if (inputs.some((input) => reached.has(input))) reached.add(name);
  }
  const counts = new Map<string, number>();
  for (const layer of layers) {
    const [, style] = layer.inputs;
    const isRead = layer.parameters.some(({ name }) => styleKernels.includes(name));
    if (style === undefined || !isRead || !reached.has(style)) continue;
    counts.set(style, (counts.get(style) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return layers.find(({ name }) => name === most?.[0]);
}

function carriedPlaces(
  { type, inputs, outputShape }: ResolvedLayer,
  generator: ResolvedNetwork,
  places: ReadonlyMap<string, readonly number[]>,
): readonly number[] | undefined {
  if (!inputs.some((input) => places.has(input))) return undefined;
  const [first = ''] = inputs;
  if (carrierTypes.includes(type)) return places.get(first);
  // Vectors are joined one after the other.
  if (type !== 'concat' || outputShape.length !== 1) return undefined;
  return inputs.flatMap((input) => {
    const size = sizeOf(shapeOf(generator, input));
    return places.get(input) ?? new Array<number>(size).fill(-1);
  });
}

function shapeOf({ layers, inputShape, classes }: ResolvedNetwork, name: string): Shape {
  if (name === 'input') return inputShape;
  if (name === 'labels') return [classes ?? 0];
  return layers.find((layer) => layer.name === name)?.outputShape ?? [];
}

function readersIn(
  layer: ResolvedLayer,
  places: ReadonlyMap<string, readonly number[]>,
): readonly LatentReader[] {
  const [first = '', second = ''] = layer.inputs;
  return layer.parameters.flatMap((parameter) => {
    const isStyle = styleKernels.includes(parameter.name);
    if (!isStyle && !(affineTypes.includes(layer.type) && parameter.name === 'kernel')) return [];
    const read = places.get(isStyle ? second : first);
    const { shape, outputAxes } = parameter;
    const outputs = outputAxes ?? [shape.length - 1];
    const axis = shape.findLastIndex((_, at) => !outputs.includes(at));
    // A convolution over several positions is no map of single numbers.
    if (read === undefined || read.length !== shape[axis]) return [];
    return [{ layer, parameter: parameter.name, axis, places: read }];
  });
}
