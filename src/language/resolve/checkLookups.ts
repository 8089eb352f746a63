/** Layers through which no gradient flows, as tables that rows are looked up in. */
import { entryOf } from '../../entries/entryOf.js';
import type { Registry } from '../../entries/registry.js';
import type { ResolvedLayer, ResolvedNetwork } from '../resolvedGan.js';
import { labelsInput, networkInput } from './placedLayer.js';
import type { RuleContext } from './resolveContext.js';

/** Refuses to look up classes, which are one-hot, and warns of a discriminator that hands no gradient back. */
export function checkLookups(
  { name, layers, output }: ResolvedNetwork,
  { registry, report }: RuleContext,
): void {
  const lookups = layers.filter((layer) => stopsGradient(layer, registry));
  for (const { type, pointer } of lookups.filter(({ inputs }) => inputs.includes(labelsInput))) {
    report.error(
      'GAN218',
      pointer,
      `${type} takes whole numbers, and "${labelsInput}" is one-hot: a 1 at the place of the class, else 0`,
      {
        hint: 'a trained vector for each class is { "type": "dense", "units": …, "useBias": false }',
      },
    );
  }
  const [first] = lookups;
  if (name !== 'discriminator' || !first || passesGradient(layers, output, registry)) return;
  report.warning(
    'GAN310',
    first.pointer,
    `no gradient flows through ${first.type}, and every way from a sample to its score leads through such a layer: the generator learns nothing`,
    { hint: 'let the discriminator also read its samples as they are, as a dense layer does' },
  );
}

/** Whether a way leads from the network's input to a layer on which gradients flow back. */
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
