/** The kind `activation`: functions of each value, or of each vector along the last axis. */
import type { Tensor } from '../tf.js';
import type { GraphConfig, HostConfig } from './config.js';
import type { Interval } from './interval.js';
import { requireComplete } from './complete.js';
import type { Definition, EntryBase, KindRecord } from './kind.js';
import * as check from './resultCheck.js';
import { known, type Tagged } from './tagged.js';
import { activationTemplate } from './templates/activation.js';

export interface ActivationEntry extends EntryBase<'activation'> {
  /** Mixes the values along the last axis, as `softmax` does; the others act on each value by itself. */
  readonly acrossLastAxis: boolean;
  apply(x: Tensor, config: Tagged): Tensor;
  /** Bounds of the output. @param input Bounds of the input. */
  range(input: Interval, config: Tagged): Interval;
}

/** See `ActivationEntry` for the meaning of each part. */
export interface ActivationDefinition<C extends Tagged> extends Definition {
  /** Default: false. */
  readonly acrossLastAxis?: boolean;
  apply(x: Tensor, config: GraphConfig<C>): Tensor;
  range(input: Interval, config: HostConfig<C>): Interval;
}

/** Makes an activation. */
export function defineActivation<C extends Tagged>(
  definition: ActivationDefinition<C>,
): ActivationEntry {
  requireComplete('defineActivation', definition, ['apply', 'range'], ['acrossLastAxis']);
  return {
    kind: 'activation',
    type: definition.type,
    schema: definition.schema,
    acrossLastAxis: definition.acrossLastAxis ?? false,
    apply: (x, config) => definition.apply(x, known(config)),
    range: (input, config) => definition.range(input, known(config)),
  };
}

export const activationKind: KindRecord<ActivationEntry> = {
  folder: 'activations',
  makers: { defineActivation },
  hookResults: { apply: check.likeInput, range: check.interval },
  template: activationTemplate,
};
