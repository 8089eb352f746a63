/** The kind `optimizer`: update rules of parameters by their gradients. */
import { isObject } from '../language/schema/mapSubschemas.js';
import type { Scalar, Tensor } from '../tf.js';
import type { WithoutExpressions, HostConfig } from './config.js';
import { requireComplete } from './complete.js';
import type { Definition, EntryBase, KindRecord } from './kind.js';
import * as check from './resultCheck.js';
import { known, type Tagged } from './tagged.js';
import { optimizerTemplate } from './templates/optimizer.js';

export interface OptimizerEntry extends EntryBase<'optimizer'> {
  /** Names of the tensors kept for each parameter, of its shape, zero at first. @param config May hold schedules. */
  slots(config: Tagged): readonly string[];
  /**
   * Numbers of one update, computed on the host in float64.
   * @param update Counts this optimizer's updates from 1.
   */
  scalars(config: Tagged, update: number): Readonly<Record<string, number>>;
  /** The next values of one parameter and its slots. */
  update(
    parameter: Tensor,
    gradient: Tensor,
    slots: Readonly<Record<string, Tensor>>,
    scalars: Readonly<Record<string, Scalar>>,
  ): { readonly parameter: Tensor; readonly slots: Readonly<Record<string, Tensor>> };
}

type Slots<S extends string, O extends string> = Readonly<
  Record<S, Tensor> & Partial<Record<O, Tensor>>
>;

/**
 * See `OptimizerEntry` for the meaning of each part.
 * @typeParam S Slots that it always has.
 * @typeParam N Its scalars.
 * @typeParam O Slots that it has under some options only.
 */
export interface OptimizerDefinition<
  C extends Tagged,
  S extends string,
  N extends string,
  O extends string,
> extends Definition {
  slots(config: WithoutExpressions<Readonly<Required<C>>>): readonly (S | O)[];
  scalars(config: HostConfig<C>, update: number): Readonly<Record<N, number>>;
  update(
    parameter: Tensor,
    gradient: Tensor,
    slots: Slots<S, O>,
    scalars: Readonly<Record<N, Scalar>>,
  ): { readonly parameter: Tensor; readonly slots: Slots<S, O> };
}

/** Makes an optimizer. */
export function defineOptimizer<
  C extends Tagged,
  S extends string,
  N extends string,
  O extends string = never,
>(definition: OptimizerDefinition<C, S, N, O>): OptimizerEntry {
  requireComplete('defineOptimizer', definition, ['slots', 'scalars', 'update']);
  return {
    kind: 'optimizer',
    type: definition.type,
    schema: definition.schema,
    slots: (config) => definition.slots(known(config)),
    scalars: (config, update) => definition.scalars(known(config), update),
    update: (parameter, gradient, slots, scalars) =>
      // They are the tensors of the slots that `slots` has named.
      definition.update(parameter, gradient, slots as Slots<S, O>, scalars),
  };
}

const isName = (value: unknown): boolean => typeof value === 'string';

const nextValues: check.ResultCheck<unknown> = (result, [parameter, , given]) => {
  const shape = check.isTensor(parameter) ? parameter.shape : [];
  const names = Object.keys(isObject(given) ? given : {});
  const { parameter: next, slots } = isObject(result) ? result : {};
  const tensors = [next, ...names.map((name) => (isObject(slots) ? slots[name] : undefined))];
  if (tensors.every(check.hasShape(shape))) return undefined;
  const keys = ['parameter', ...names.map((name) => `slots.${name}`)].join(', ');
  return `an object with ${keys}: tensors of shape [${shape.join(', ')}]`;
};

export const optimizerKind: KindRecord<OptimizerEntry> = {
  folder: 'optimizers',
  makers: { defineOptimizer },
  hookResults: {
    slots: check.expects('a list of names', check.isListOf(isName)),
    scalars: check.numbersByName,
    update: nextValues,
  },
  template: optimizerTemplate,
};
