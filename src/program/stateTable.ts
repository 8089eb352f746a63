/** Every tensor that is kept from step to step, by name: `<network>/<layer>/<parameter>`, `optimizer/…`, `ema/…`, `loss/…`. */
import type { TensorType } from '../ir/tensorType.js';
import type { ParameterSpec, Tagged } from '../registry/entries.js';
import type { Registry } from '../registry/registry.js';
import type { ResolvedGan, ResolvedNetwork } from '../spec/resolvedGan.js';
import { entryOf } from '../registry/entryOf.js';
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

/** Name of an optimizer's slot for a parameter: `optimizer/<network>/<slot>/<layer>/<parameter>`. */
export function slotName(path: string, slot: string): string {
  const [network = '', ...rest] = path.split('/');
  return ['optimizer', network, slot, ...rest].join('/');
}

const float32 = (shape: readonly number[]): TensorType => ({ dtype: 'float32', shape });
const zero = { kind: 'constant', value: 0 } as const;

function slotsOf(registry: Registry, network: ResolvedNetwork, optimizer: Tagged): StateSpec[] {
  const { slots } = entryOf(registry, 'optimizer', optimizer.type);
  return parametersOf(network)
    .filter(({ trainable }) => trainable)
    .flatMap(({ path, shape }) =>
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

/** The program's state, in a stable order. */
export function stateTable(resolved: ResolvedGan, registry: Registry): readonly StateSpec[] {
  const { networks, spec } = resolved;
  const parameters = Object.values(networks).flatMap((network) =>
    parametersOf(network).map(({ path, shape, initial }) => ({
      name: path,
      ...float32(shape),
      initial,
    })),
  );
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
    ...slotsOf(registry, networks.generator, spec.optimizers.generator),
    ...slotsOf(registry, networks.discriminator, spec.optimizers.discriminator),
    ...averages,
    ...termState('loss', loss.state(spec.loss)),
  ];
}
