/** Samples along the principal directions of a generator, and through its codes. */
import {
  argumentMustBe,
  checkOptions,
  pathArgument,
  wholeNumberArgument,
} from '../diagnostics/arguments.js';
import { exitCodes, GanspecError, InternalError } from '../diagnostics/errors.js';
import { latentReaders, type ReadVector } from '../directions/latentReaders.js';
import { principalDirections, type PrincipalDirection } from '../directions/principalDirections.js';
import { alongDirection, stopsWithin, throughCodes } from '../directions/traversals.js';
import { effectiveWeights } from '../export/targets/keras/effectiveWeights.js';
import type { TensorMap } from '../ir/tensorType.js';
import type { ResolvedGan } from '../language/resolvedGan.js';
import { shiftInput, type MovedVector } from '../program/movedSamples.js';
import type { SampleWays } from '../runs/pictures/waysFile.js';
import { isLabel } from '../train/feeds/chosenClass.js';
import type { SampleOptions, Session } from '../train/session.js';
import { samplesAlong } from './samplesAlong.js';

export interface DirectionsOptions extends Pick<SampleOptions, 'seed' | 'label'> {
  /** Principal directions, those that change most first. Default: 5, or as many as there are. */
  readonly count?: number;
  /** Length of the longest step along them. Default: 3, three standard deviations of normal latent vectors. */
  readonly strength?: number;
  /** Samples that go each way. Default: 3. */
  readonly samples?: number;
}

/** The ways that were drawn. */
export interface Directions {
  /** Path of the picture. */
  readonly file: string;
  /** Layer of the generator whose output is moved, such as a style; `input` for the latent vector. */
  readonly layer: string;
  /** Lengths of the steps along each direction. */
  readonly lengths: readonly number[];
  readonly directions: readonly PrincipalDirection[];
  /** Codes with the names of the values that they take. */
  readonly codes: readonly { readonly name: string; readonly values: readonly string[] }[];
}

const directionsChecks = {
  count: wholeNumberArgument(0),
  strength: argumentMustBe(
    'a finite number above 0',
    (value) => typeof value === 'number' && value > 0 && value < Infinity,
  ),
  samples: wholeNumberArgument(1),
  seed: wholeNumberArgument(0),
  label: isLabel,
};

/** A GAN as far as its directions need it. */
export interface DirectedGan {
  readonly resolved: ResolvedGan;
  /** A session for samples in which the vector may be moved, whose weights are to be written. */
  readonly prepareMoved: (vector: MovedVector) => Promise<Session>;
  readonly save: (ways: SampleWays, file: string) => Promise<string>;
}

/** Implements `gan.directions`. */
export async function drawDirections(
  { resolved, prepareMoved, save }: DirectedGan,
  session: Session,
  file: string,
  options: DirectionsOptions,
): Promise<Directions> {
  pathArgument('file of directions', file);
  checkOptions('directions', options, directionsChecks);
  const { count = 5, strength = 3, samples = 3, seed, label } = options;
  const { latent, labels: conditions } = resolved.spec;
  const state = await session.readState();
  const vector = latentReaders(resolved.networks.generator, latent.dim);
  const all = principalDirections(vector.moved, mapsOf(vector, resolved, state));
  const directions = vector.readers.length === 0 ? [] : all.slice(0, count);
  const codes = throughCodes(conditions?.codes ?? { categorical: [], continuous: 0 });
  const lengths = stopsWithin(strength);
  const ways = [
    ...codes,
    ...directions.map((direction, index) =>
      alongDirection(direction, index, { lengths, size: vector.size }),
    ),
  ];
  if (ways.length === 0) throw nothingToSee(vector);
  const moved = await prepareMoved(vector);
  try {
    const own = await moved.readState();
    await moved.writeState(new Map([...state].filter(([name]) => own.has(name))));
    const unmoved = { [shiftInput]: new Float32Array(samples * vector.size) };
    const ofSeed = seed === undefined ? {} : { seed };
    const start = { ...session.drawn(samples, ofSeed), ...unmoved };
    const { labels } = await session.sample(samples, {
      ...ofSeed,
      ...(label !== undefined && { label }),
    });
    const drawn = await samplesAlong(moved, ways, { start, samples, labels });
    const path = await save(drawn, file);
    return {
      file: path,
      layer: vector.name,
      lengths,
      directions,
      codes: codes.map(({ name, stops }) => ({ name, values: stops.map((stop) => stop.name) })),
    };
  } finally {
    await moved.dispose();
  }
}

function mapsOf({ readers }: ReadVector, resolved: ResolvedGan, state: TensorMap) {
  const prefix = resolved.spec.training.ema ? 'ema/generator' : 'generator';
  return readers.map(({ layer, parameter, axis, places }) => {
    const weights = effectiveWeights(layer, (name) => {
      const tensor = state.get(`${prefix}/${layer.name}/${name}`);
      if (tensor) return tensor;
      throw new InternalError(`the state lacks ${name} of ${layer.name}`);
    });
    const kernel = weights.get(parameter);
    if (!kernel) throw new InternalError(`${layer.name} has no ${parameter}`);
    return { kernel, axis, places };
  });
}

function nothingToSee({ name, readers }: ReadVector): GanspecError {
  const reason =
    readers.length > 0
      ? 'no direction was asked for, and the generator has no codes'
      : `no dense layer, and no convolution over a single position, reads ${name === 'input' ? 'the latent vector' : name} of the generator by itself, and there are no codes`;
  return new GanspecError(
    'GAN538',
    exitCodes.usage,
    `there are no directions to show: ${reason}`,
    'Ask for one direction or more of a generator that begins with a dense layer, or look at the way between two samples: ganspec interpolate.',
  );
}
