/** The random inputs of samples, for a session and for programs that run an exported generator. */
import type { SampleClass } from '../../entries/dataset.js';
import type { TensorMap } from '../../ir/tensorType.js';
import type { ProgramInput } from '../../program/program.js';
import { drawCategory } from '../../random/draw.js';
import { chosenClass } from './chosenClass.js';
import { givenTensors, type Feeds } from './given.js';
import { inputsFrom } from './inputs.js';
import { gridInputs, inTurn } from './random.js';

export const classOrders = ['inTurn', 'random'] as const;
export type ClassOrder = (typeof classOrders)[number];

/** Choice of samples. */
export interface SampleChoice {
  readonly seed: number;
  /** Classes without `label`, and categorical codes: each in turn (the default), or drawn as in training. */
  readonly classes?: ClassOrder | undefined;
  /** Class of all samples, by name or index. */
  readonly label: number | string | undefined;
  /** Names of the classes, where they have any. */
  readonly classList: readonly Pick<SampleClass, 'name'>[] | undefined;
  /** Own numbers for random inputs, a row for each sample. */
  readonly feeds: Feeds | undefined;
  /** Normal latent vectors are redrawn beyond so many standard deviations. */
  readonly truncation?: number | undefined;
}

/** The inputs of samples. */
export interface SampleGrid {
  /** Numbers of each input for all rows. */
  readonly inputs: ReturnType<typeof gridInputs>;
  /** Class of each row; null for a generator that is told none. */
  readonly labels: Int32Array | null;
}

/**
 * @param inputs Those of the sample graph.
 * @param rows As many as the generator makes: `count`, or more where its batches have one size.
 * @throws GanspecError GAN514 for a class that the GAN does not have; GAN505 or GAN506 for feeds that do not fit;
 * GAN540 for the truncation of latent vectors that are not normal.
 */
export function sampleGrid(
  inputs: readonly ProgramInput[],
  count: number,
  rows: number,
  { seed, label, classes: order = 'inTurn', classList, feeds, truncation }: SampleChoice,
): SampleGrid {
  const classes = inputs.find(({ name }) => name === 'labels')?.shape.at(-1) ?? 0;
  const chosen =
    label === undefined ? undefined : chosenClass(label, { count: classes, list: classList });
  const atRandom = order === 'random';
  const labels = classes === 0 ? null : classesOf(rows, { classes, chosen, atRandom, seed });
  const given = feeds && givenRows(inputs, count, feeds);
  return {
    inputs: gridInputs(inputs, rows, { seed, labels, atRandom, given, truncation }),
    labels,
  };
}

interface ClassChoice {
  readonly classes: number;
  readonly chosen: number | undefined;
  readonly atRandom: boolean;
  readonly seed: number;
}

/** The class of each row. */
function classesOf(rows: number, { classes, chosen, atRandom, seed }: ClassChoice): Int32Array {
  if (chosen !== undefined) return new Int32Array(rows).fill(chosen);
  if (!atRandom) return inTurn(rows, classes);
  const drawn = new Int32Array(rows);
  drawCategory(drawn, classes, { seed, stream: 'sample/labels', step: 0 });
  return drawn;
}

/** The given numbers of random inputs; those of classes are chosen by `label`. */
function givenRows(inputs: readonly ProgramInput[], count: number, feeds: Feeds): TensorMap {
  const ofSamples = inputsFrom('random', inputs)
    .filter(({ name }) => name !== 'labels')
    .map(({ shape: [, ...rest], ...input }) => ({ ...input, shape: [count, ...rest] }));
  return givenTensors('sample', new Map(ofSamples.map((input) => [input.name, input])), feeds);
}
