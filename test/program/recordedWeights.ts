/** The weights of a layer as its forward pass takes them, recorded and computed in float64. */
import { gradients } from '../../src/autodiff/gradients.js';
import type { KernelGraph } from '../../src/ir/kernelGraph.js';
import { GraphScope } from '../../src/program/graphScope.js';
import { layerWeights } from '../../src/program/weights.js';
import type { ResolvedLayer } from '../../src/language/resolvedGan.js';
import { tf } from '../../src/tf.js';
import { record } from '../../src/trace/record.js';
import { network, resolveText, ringSpec } from '../language/resolve/resolveText.js';

/** A layer that reads points, or images where it comes behind others. */
export function resolvedLayer(layer: object, before: readonly object[] = []): ResolvedLayer {
  const discriminator = network(...before, { name: 'own', ...layer }, 'flatten', {
    type: 'dense',
    units: 1,
  });
  const { resolved, text } = resolveText(ringSpec({ discriminator }));
  const found = resolved?.networks.discriminator.layers.find(({ name }) => name === 'own');
  if (!found) throw new Error(text);
  return found;
}

/**
 * The graph of a layer's weights. Results are the weights under their names, `y` = Σ c·kernel with the weights c, and its
 * gradient by the kept kernel, `gradient`.
 */
export function weightsGraph(
  layer: ResolvedLayer,
  weights: readonly number[],
  updateVectors = true,
): KernelGraph {
  const state = new Map(
    layer.parameters.map(({ name, shape }) => [
      name,
      { name, dtype: 'float32', shape, initial: { kind: 'constant', value: 0 } } as const,
    ]),
  );
  return record('weights', (recorder) => {
    const scope = new GraphScope(recorder, 'weights', 'weights', state, { batchSize: 1, count: 1 });
    const access = { stateName: (name: string) => name, updateVectors };
    const found = layerWeights(scope, layer, access);
    for (const [name, tensor] of Object.entries(found)) scope.result(name, tensor);
    const { kernel } = found;
    if (!kernel) throw new Error(`${layer.type} has no kernel`);
    const y = tf.sum(tf.mul(kernel, scope.constant(weights, kernel.shape)));
    const [gradient] = gradients(recorder, y, [scope.state('kernel')]);
    if (!gradient) throw new Error('no gradient');
    scope.result('y', y);
    scope.result('gradient', gradient);
    return scope.outputs();
  });
}
