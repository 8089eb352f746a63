/** The kind `initializer`: distributions that parameters are drawn from. */
import type { Shape } from '../ir/tensorType.js';
import type { Distribution } from '../random/distribution.js';
import type { HostConfig } from './config.js';
import { formProblem } from './distributionForms.js';
import { requireComplete } from './complete.js';
import type { Definition, EntryBase, KindRecord } from './kind.js';
import type { ResultCheck } from './resultCheck.js';
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
  requireComplete('defineInitializer', definition, ['distribution']);
  return {
    kind: 'initializer',
    type: definition.type,
    schema: definition.schema,
    distribution: (shape, config) => definition.distribution(shape, known(config)),
  };
}

/** The check of a hook that gives a distribution. */
const distribution: ResultCheck<unknown> = (result) => {
  const problem = formProblem(result);
  return problem && `a distribution with finite numbers: ${problem.forms}`;
};

export const initializerKind: KindRecord<InitializerEntry> = {
  folder: 'initializers',
  makers: { defineInitializer },
  hookResults: { distribution },
  template: initializerTemplate,
};
