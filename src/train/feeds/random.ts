/** Random inputs: each run has numbers of its own, from the stream that the input names. */
import { wrongArgument } from '../../diagnostics/arguments.js';
import { InternalError } from '../../diagnostics/errors.js';
import { zeroTensor } from '../../ir/arrays.js';
import { sizeOf, type TensorData, type TensorMap } from '../../ir/tensorType.js';
import type { Program, ProgramInput } from '../../program/program.js';
import type { Distribution } from '../../random/distribution.js';
import { drawInto } from '../../random/draw.js';
import { inputsFrom, inputsOf } from './inputs.js';
import { oneHot } from './oneHot.js';

/**
 * Completes the feeds of a run: random inputs that are not among them are drawn.
 * @param run Counts the runs of the step from 0; addresses the streams.
 * @returns All inputs of the graph; the next run of the graph draws into the same memory.
 * @throws InternalError for an input that is neither given nor random.
 */
export type DrawRandom = (graph: string, run: number, feeds: TensorMap) => TensorMap;

/** Prepares the random inputs of all graphs. */
export function randomInputs(program: Program, seed: number): DrawRandom {
  const graphs = new Map(
    program.graphs.map(({ name }) => [
      name,
      inputsOf(program, name).map((input) => ({ name: input.name, draw: drawing(input, seed) })),
    ]),
  );
  return (graph, run, feeds) =>
    new Map(
      graphs.get(graph)?.map(({ name, draw }) => [name, feeds.get(name) ?? draw(run)] as const),
    );
}

function drawing(input: ProgramInput, seed: number): (run: number) => TensorData {
  const { graph, name, source, shape } = input;
  if (source.kind !== 'random') {
    return () => {
      throw new InternalError(`input ${name} of graph ${graph} was not given`);
    };
  }
  const { stream, distribution, every = 1, offset = 0 } = source;
  const tensor = zeroTensor(input);
  return (run) => {
    drawInto(tensor.data, distribution, shape, { seed, stream, step: run * every + offset });
    return tensor;
  };
}

/** Random numbers of samples that are compared with each other, such as those of one grid. */
export interface GridOptions {
  readonly seed: number;
  /** Class of each sample, for as many rows as are made; null for a generator that is told none. */
  readonly labels: Int32Array | null;
  /** True where categorical codes are drawn; else each comes in turn. */
  readonly atRandom: boolean;
  /** Numbers that take the place of drawn ones, for the first rows. */
  readonly given?: TensorMap | undefined;
  /** Normal latent vectors are redrawn beyond so many standard deviations. */
  readonly truncation?: number | undefined;
}

/**
 * Random inputs of the sample graph for all rows of a grid: each from a stream of its own, of which a larger grid takes
 * more.
 */
export function gridInputs(
  inputs: readonly ProgramInput[],
  rows: number,
  { seed, labels, atRandom, given, truncation }: GridOptions,
): readonly (readonly [ProgramInput, TensorData['data']])[] {
  return inputsFrom('random', inputs).map((input) => {
    const { name, source } = input;
    const [, ...rest] = input.shape;
    const own = given?.get(name);
    if (own) {
      const data = new Float32Array(sizeOf([rows, ...rest]));
      data.set(own.data);
      return [input, data];
    }
    const classes = name === 'labels' ? labels : null;
    if (source.distribution.kind === 'oneHot' && (classes !== null || !atRandom)) {
      const places = rest[0] ?? 1;
      return [input, oneHot(classes ?? inTurn(rows, places), places).data];
    }
    const shape = [rows, ...rest];
    const data = new Float32Array(sizeOf(shape));
    const distribution =
      name === 'latent' ? truncated(source.distribution, truncation) : source.distribution;
    drawInto(data, distribution, shape, { seed, stream: `sample/${name}`, step: 0 });
    return [input, data];
  });
}

/** 0, 1, …, places − 1, 0, 1, … */
export function inTurn(rows: number, places: number): Int32Array {
  return Int32Array.from({ length: rows }, (_, row) => row % places);
}

/** @throws GanspecError GAN540 for the truncation of numbers that are not normal. */
function truncated(distribution: Distribution, limit: number | undefined): Distribution {
  if (limit === undefined) return distribution;
  if (distribution.kind === 'normal') return { ...distribution, kind: 'truncatedNormal', limit };
  throw wrongArgument(
    'truncation of sample redraws large numbers of normal latent vectors, and those of this GAN are uniform',
    'Leave it out; none of their numbers is beyond 1.',
  );
}
