/** Layers on small inputs: 32 values as an image, as a vector and as two images to be joined. */
import type { KernelGraph } from '../ir/kernelGraph.js';
import type { Shape } from '../ir/tensorType.js';
import type { Initialize, ParameterSpec, Tagged } from '../registry/entries.js';
import { entryOf } from '../registry/entryOf.js';
import type { Registry } from '../registry/registry.js';
import { hostConfig } from '../registry/schedule.js';
import type { Tensor } from '../tf.js';
import type { Recorder } from '../trace/record.js';
import { layerContext, tensorOf } from './contexts.js';
import type { Example } from './example.js';
import { recorded } from './recorded.js';

const image: Shape = [4, 4, 2];
const vector: Shape = [32];

/** An example of a layer with input shapes, without the batch axis, that it accepts. */
export interface LayerProbe extends Example<'layer'> {
  readonly inputs: readonly Shape[];
}

/** An example on all of these inputs that it accepts. @throws what `outputShape` throws where it accepts none. */
export function layerProbes(example: Example<'layer'>): readonly LayerProbe[] {
  const { entry, config } = example;
  const candidates = entry.merges ? [[image, image]] : [[image], [vector]];
  let refusal: unknown;
  const probes = candidates.flatMap((inputs) => {
    try {
      entry.outputShape(inputs, config);
    } catch (error) {
      refusal = error;
      return [];
    }
    return [{ ...example, inputs, title: `${example.title} on ${JSON.stringify(inputs)}` }];
  });
  if (probes.length === 0) throw refusal;
  return probes;
}

/** The parameters of a probe. */
export function parametersOf({
  entry,
  config,
  inputs,
  registry,
}: LayerProbe): readonly ParameterSpec[] {
  return entry.parameters(inputs, config, initializeWith(registry));
}

function initializeWith(registry: Registry): Initialize {
  return (initializer, shape) => {
    const config = initializer as Tagged;
    const entry = entryOf(registry, 'initializer', config.type);
    return entry.distribution(shape, hostConfig(entry.schema, config, registry, 0));
  };
}

/** Where a probe's tensors come from, and what becomes of its running statistics. */
export interface Pass {
  readonly training: boolean;
  readonly batch: number;
  readonly updates: Map<string, Tensor>;
  /** The tensor of an input `x0`, `x1`, … or of a parameter, where it is given. */
  readonly given?: ReadonlyMap<string, Tensor>;
}

/** Records one pass of a layer. */
export function applyProbe(probe: LayerProbe, recorder: Recorder, pass: Pass): Tensor {
  const { entry, config, inputs, registry } = probe;
  const tensor = (name: string, shape: Shape): Tensor =>
    pass.given?.get(name) ?? recorder.input(name, { dtype: 'float32', shape }, 'feed');
  const x = inputs.map((shape, i) => tensor(`x${i}`, [pass.batch, ...shape]));
  const weights = parametersOf(probe).map(({ name, shape }) => [name, tensor(name, shape)]);
  const context = layerContext(recorder, registry, pass.training, pass.updates);
  return tensorOf(
    entry.apply(x, config, Object.fromEntries(weights) as Record<string, Tensor>, context),
  );
}

/** The graph of one pass: the output as `y`, and the next value of each running statistic. */
export function passGraph(probe: LayerProbe, training: boolean, batch = 3): KernelGraph {
  return recorded((recorder) => {
    const updates = new Map<string, Tensor>();
    const y = applyProbe(probe, recorder, { training, batch, updates });
    return [
      { name: 'y', kind: 'result', tensor: y },
      ...[...updates].map(([name, tensor]) => ({
        name: `next ${name}`,
        kind: 'result' as const,
        tensor: tensorOf(tensor),
      })),
    ];
  });
}
