/** Layers through which no gradient flows, such as lookup tables. */
import { entryOf } from '../../entries/entryOf.js';
import type { Registry } from '../../entries/registry.js';
import type { ResolvedLayer, ResolvedNetwork } from '../resolvedGan.js';
import { labelsInput, networkInput } from './placedLayer.js';
import type { RuleContext } from './resolveContext.js';

/** Refuses lookups of classes, which are one-hot and not whole numbers. */
export function checkLookups({ layers }: ResolvedNetwork, { registry, report }: RuleContext): void {
  for (const layer of layers) {
    const { type, pointer, inputs } = layer;
    if (!stopsGradient(layer, registry) || !inputs.includes(labelsInput)) continue;
    report.error(
      'GAN218',
      pointer,
      `${type} takes whole numbers, and "${labelsInput}" is one-hot: a 1 at the place of the class, else 0`,
      {
        hint: 'a trained vector for each class is { "type": "dense", "units": …, "useBias": false }',
      },
    );
  }
}

/** Warns of a discriminator through which no gradient reaches the generator. */
export function adviseLookups(
  { layers, output }: ResolvedNetwork,
  { registry, report }: RuleContext,
): void {
  const first = layers.find((layer) => stopsGradient(layer, registry));
  if (!first || passesGradient(layers, output, registry)) return;
  report.warning(
    'GAN310',
    first.pointer,
    `no gradient flows through ${first.type}, and every way from a sample to its score leads through such a layer: the generator learns nothing`,
    { hint: 'let the discriminator also read its samples as they are, as a dense layer does' },
  );
}

/** True where gradients flow back from the output to the network's input on some path. */
function passesGradient(
  layers: readonly ResolvedLayer[],
  output: string,
  registry: Registry,
): boolean {
  const reached = new Set([networkInput]);
  for (const layer of layers) {
    const isReached = layer.inputs.some((input) => reached.has(input));
    if (isReached && !stopsGradient(layer, registry)) reached.add(layer.name);
  }
  return reached.has(output);
}

function stopsGradient({ type }: ResolvedLayer, registry: Registry): boolean {
  return entryOf(registry, 'layer', type).stopsGradient;
}
