/** A network as its callers in Python see it, and the names of its layers there. */
import type { ResolvedNetwork } from '../../../language/resolvedGan.js';
import type { OutlinedNetwork } from '../../../program/outline/outline.js';
import { Variables } from './variables.js';

/** A network as its callers see it. */
export interface NetworkFacts {
  /** Its attribute in Python. */
  readonly name: string;
  readonly isTold: boolean;
  readonly draws: boolean;
  readonly isScheduled: boolean;
  readonly updates: boolean;
  /** True where batch normalization takes its statistics over all ranks. */
  readonly synchronizes: boolean;
  /** Layers that it gives beside its output. */
  readonly heads: readonly string[];
}

/** Attributes that every module of PyTorch has. */
const moduleAttributes =
  `training forward train eval parameters buffers modules children to apply float double half cpu cuda
  type state_dict load_state_dict register_buffer register_parameter add_module zero_grad requires_grad_ settle later dump_patches
  compile bfloat16 ipu xpu share_memory extra_repr T_destination call_super_init`.split(/\s+/);

/** Names of layers as attributes. */
export function layerAttributes({ layers }: ResolvedNetwork): Variables {
  const names = new Variables(moduleAttributes);
  for (const { name } of layers) names.nameOf(name);
  return names;
}

export function networkFacts(
  { role, training }: OutlinedNetwork,
  network: ResolvedNetwork,
  heads: readonly string[],
  synchronizes: boolean,
): NetworkFacts {
  const used = new Set(training.feeds.map(({ source }) => source.kind));
  return {
    name: role,
    isTold: training.parameters.some(({ name }) => name === 'labels'),
    draws: used.has('random'),
    isScheduled: used.has('scalar'),
    updates: network.layers.some(({ parameters }) => parameters.some((each) => !each.trainable)),
    synchronizes,
    heads,
  };
}
