/** The kind `initializer`: distributions that parameters are drawn from. */
import type { Shape } from '../ir/tensorType.js';
import { isObject } from '../language/schema/mapSubschemas.js';
import type { Distribution } from '../random/distribution.js';
import type { HostConfig } from './config.js';
import type { Definition, EntryBase, KindRecord } from './kind.js';
import { expects } from './resultCheck.js';
import { known, type Tagged } from './tagged.js';
import { initializerTemplate } from './templates/initializer.js';

export interface InitializerEntry extends EntryBase<'initializer'> {
  /**
   * The distribution of a parameter.
   * @param shape Filters `[…window, in, out]` or a matrix `[in, out]` or a vector.
   * @throws LayerShapeError for one that it cannot fill.
   */
  distribution(shape: Shape, config: Tagged): Distribution;
}

/** See `InitializerEntry` for the meaning of each part. */
export interface InitializerDefinition<C extends Tagged> extends Definition {
  distribution(shape: Shape, config: HostConfig<C>): Distribution;
}

/** Makes an initializer. */
export function defineInitializer<C extends Tagged>(
  definition: InitializerDefinition<C>,
): InitializerEntry {
  return {
    kind: 'initializer',
    type: definition.type,
    schema: definition.schema,
    distribution: (shape, config) => definition.distribution(shape, known(config)),
  };
}

/** The numbers that each distribution is described by. */
const numbersOf: Readonly<Record<Distribution['kind'], readonly string[]>> = {
  constant: ['value'],
  uniform: ['low', 'high'],
  normal: ['mean', 'stddev'],
  truncatedNormal: ['mean', 'stddev'],
  bernoulli: ['probability'],
  oneHot: [],
  orthogonal: ['gain'],
  identity: ['gain'],
};

/** A distribution all of whose numbers are finite. */
export function isDistribution(value: unknown): boolean {
  if (!isObject(value)) return false;
  const names = Object.entries(numbersOf).find(([kind]) => kind === value['kind'])?.[1];
  return names?.every((name) => Number.isFinite(value[name])) ?? false;
}

export const initializerKind: KindRecord<InitializerEntry> = {
  folder: 'initializers',
  makers: { defineInitializer },
  hookResults: { distribution: expects('a distribution with finite numbers', isDistribution) },
  template: initializerTemplate,
};
