/** The state tensors of a program, by name: `<network>/<layer>/<parameter>`, `optimizer/…`, `ema/…`, `loss/…`. */
import type { TensorType } from '../ir/tensorType.js';
import type { ParameterSpec } from '../entries/parameter.js';
import type { Tagged } from '../entries/tagged.js';
import type { Registry } from '../entries/registry.js';
import type { ResolvedGan, ResolvedNetwork } from '../language/resolvedGan.js';
import { entryOf } from '../entries/entryOf.js';
import { firstValue } from '../language/schedule.js';
import type { NormalSpec } from '../language/normalSpec.js';
import type { StateSpec } from './program.js';

/** A network's parameter with its full name. */
export interface NamedParameter extends ParameterSpec {
  /** `<network>/<layer>/<parameter>`. */
  readonly path: string;
  /** JSON Pointer of its layer. */
  readonly origin: string;
}

/** All parameters of a network, running statistics included, in layer order. */
export function parametersOf(network: ResolvedNetwork): readonly NamedParameter[] {
  return network.layers.flatMap((layer) =>
    layer.parameters.map((parameter) => ({
      ...parameter,
      path: `${network.name}/${layer.name}/${parameter.name}`,
      origin: layer.pointer,
    })),
  );
}

/** Parameters that gradients are taken with respect to, in layer order. */
export function trainableOf(network: ResolvedNetwork): readonly NamedParameter[] {
  return parametersOf(network).filter(({ trainable }) => trainable);
}

/** Name of an optimizer's slot for a parameter: `optimizer/<network>/<slot>/<layer>/<parameter>`. */
export function slotName(path: string, slot: string): string {
  const [network = '', ...rest] = path.split('/');
  return ['optimizer', network, slot, ...rest].join('/');
}

/** Name of the sum of a parameter's gradients over the batches of an update. */
export function accumulatedName(path: string): string {
  return `accumulated/${path}`;
}

/** Name of a parameter's value from before an extra-gradient update. */
export function anchorName(path: string): string {
  return `anchor/${path}`;
}

/** Name of the adapted probability of augmentation. */
export const augmentProbability = 'training/augmentProbability';

const float32 = (shape: readonly number[]): TensorType => ({ dtype: 'float32', shape });
const zero = { kind: 'constant', value: 0 } as const;

function slotsOf(registry: Registry, network: ResolvedNetwork, optimizer: Tagged): StateSpec[] {
  const slots = entryOf(registry, 'optimizer', optimizer.type).slots(optimizer);
  return trainableOf(network).flatMap(({ path, shape }) =>
    slots.map((slot) => ({ name: slotName(path, slot), ...float32(shape), initial: zero })),
  );
}

function termState(prefix: string, numbers: Readonly<Record<string, number>>): StateSpec[] {
  return Object.entries(numbers).map(([name, value]) => ({
    name: `${prefix}/${name}`,
    ...float32([]),
    initial: { kind: 'constant', value },
  }));
}

/** The adapted probability of augmentation, which starts at the spec's. */
function adaptedState({ training }: NormalSpec, registry: Registry): StateSpec[] {
  const { augment } = training;
  if (augment?.target == null) return [];
  const value = firstValue(augment.probability, registry);
  return [{ name: augmentProbability, ...float32([]), initial: { kind: 'constant', value } }];
}

/** The program's state, in a stable order. */
export function stateTable(resolved: ResolvedGan, registry: Registry): readonly StateSpec[] {
  const { networks, spec } = resolved;
  const all = Object.values(networks);
  const parameters = all.flatMap((network) =>
    parametersOf(network).map(({ path, shape, initial }) => ({
      name: path,
      ...float32(shape),
      initial,
    })),
  );
  const { gradientAccumulation, update } = spec.training;
  const trainable = all.flatMap(trainableOf);
  const sums =
    gradientAccumulation === 1
      ? []
      : trainable.map(({ path, shape }) => ({
          name: accumulatedName(path),
          ...float32(shape),
          initial: zero,
        }));
  const anchors =
    update !== 'extraGradient'
      ? []
      : trainable.map(({ path, shape }) => ({
          name: anchorName(path),
          ...float32(shape),
          initial: { kind: 'copy', of: path } as const,
        }));
  const averages = spec.training.ema
    ? parametersOf(networks.generator).map(({ path, shape }) => ({
        name: `ema/${path}`,
        ...float32(shape),
        initial: { kind: 'copy', of: path } as const,
      }))
    : [];
  const loss = entryOf(registry, 'loss', spec.loss.type);
  return [
    ...parameters,
    ...all.flatMap((network) => slotsOf(registry, network, spec.optimizers[network.optimizer])),
    ...sums,
    ...anchors,
    ...averages,
    ...termState('loss', loss.state(spec.loss)),
    ...spec.penalties.flatMap((penalty) =>
      termState(penalty.name, entryOf(registry, 'penalty', penalty.type).state(penalty)),
    ),
    ...adaptedState(spec, registry),
  ];
}
