/** Layers on small inputs of every rank that they accept. */
import type { KernelGraph } from '../ir/kernelGraph.js';
import type { Shape } from '../ir/tensorType.js';
import type { Initialize, LayerEntry } from '../entries/layer.js';
import { LayerShapeError } from '../entries/layerShapeError.js';
import type { ParameterSpec } from '../entries/parameter.js';
import type { Tagged } from '../entries/tagged.js';
import { entryOf } from '../entries/entryOf.js';
import type { Registry } from '../entries/registry.js';
import { firstConfig } from '../language/schedule.js';
import type { Tensor } from '../tf.js';
import type { Recorder } from '../trace/record.js';
import { layerContext, tensorOf } from './contexts.js';
import type { Example } from './example.js';
import { recorded } from './recorded.js';
import { remembered } from './remembered.js';
import { graphConfig } from './scheduled.js';

/** Vectors, sequences and images; the first accepted shape of each rank is used. Channels divide into groups of 2, 4 and 8. */
const shapesByRank: readonly (readonly Shape[])[] = [
  [[16], [32]],
  [
    [4, 8],
    [6, 8],
    [8, 8],
  ],
  [
    [4, 2, 8],
    [6, 4, 8],
    [8, 8, 8],
    [4, 4, 2],
  ],
];
/** A size that no input has, so that a layer cannot confuse the two. */
const condition: Shape = [3];

/** An example of a layer with input shapes that it accepts. */
export interface LayerProbe extends Example<'layer'> {
  /** Without the batch axis. */
  readonly inputs: readonly Shape[];
}

/** Probes of a layer with inputs of every rank and arrangement that it accepts. @throws the layer's error where there are none. */
export function layerProbes(example: Example<'layer'>): readonly LayerProbe[] {
  let refusal: unknown;
  const accepts = (inputs: readonly Shape[]): boolean => {
    try {
      example.entry.outputShape(inputs, example.config);
    } catch (error) {
      refusal = error;
      return false;
    }
    try {
      probeParameters({ ...example, inputs });
    } catch (error) {
      if (!(error instanceof LayerShapeError)) throw error;
      refusal = error;
      return false;
    }
    return true;
  };
  const probes = shapesByRank.flatMap((shapes) =>
    arrangementsOf(example.entry).flatMap((arrange) => {
      const inputs = shapes.map(arrange).find(accepts);
      if (!inputs) return [];
      return [{ ...example, inputs, title: `${example.title} on ${JSON.stringify(inputs)}` }];
    }),
  );
  if (probes.length === 0) throw refusal;
  return probes;
}

/** Arrangements of inputs for the number that a layer reads: equal ones, or one with a condition. */
function arrangementsOf({
  inputCount,
}: LayerEntry): readonly ((shape: Shape) => readonly Shape[])[] {
  const all: readonly (readonly [count: number, (shape: Shape) => readonly Shape[]])[] = [
    [1, (shape) => [shape]],
    [2, (shape) => [shape, shape]],
    [2, (shape) => [shape, condition]],
    [3, (shape) => [shape, shape, shape]],
  ];
  return all.flatMap(([count, arrange]) =>
    inputCount.min <= count && count <= inputCount.max ? [arrange] : [],
  );
}

/** One probe for each number of inputs; one with a condition where there is any. */
export function oneOfEachCount(probes: readonly LayerProbe[]): readonly LayerProbe[] {
  const counts = new Set(probes.map(({ inputs }) => inputs.length));
  return [...counts].flatMap((count) => {
    const some = probes.filter(({ inputs }) => inputs.length === count);
    return some.find(({ inputs }) => inputs.includes(condition)) ?? some.slice(0, 1);
  });
}

/** The parameters of a probe. */
export const probeParameters = remembered(
  ({ entry, config, inputs, registry }: LayerProbe): readonly ParameterSpec[] =>
    entry.parameters(inputs, config, initializeWith(registry)),
);

/** Draws first values with the initializers of a registry, as a layer asks for them. */
export function initializeWith(registry: Registry): Initialize {
  return (initializer, shape) => {
    const config = initializer as Tagged;
    const entry = entryOf(registry, 'initializer', config.type);
    return entry.distribution(shape, firstConfig(entry.schema, config, registry));
  };
}

/** Options of a pass of a probe. */
export interface ProbePass {
  readonly training: boolean;
  readonly batch: number;
  /** Takes the next value of each running statistic. */
  readonly updates: Map<string, Tensor>;
  /** Tensors of inputs `x0`, `x1`, … and of parameters; the others become inputs of the graph. */
  readonly given?: ReadonlyMap<string, Tensor>;
}

/** Records one pass of a layer. */
export function applyProbe(probe: LayerProbe, recorder: Recorder, pass: ProbePass): Tensor {
  const { entry, inputs, registry } = probe;
  const tensor = (name: string, shape: Shape): Tensor =>
    pass.given?.get(name) ?? recorder.input(name, { dtype: 'float32', shape }, 'feed');
  const x = inputs.map((shape, i) => tensor(`x${i}`, [pass.batch, ...shape]));
  const weights = probeParameters(probe).map(({ name, shape }) => [name, tensor(name, shape)]);
  const context = layerContext(recorder, registry, pass.training, pass.updates);
  return tensorOf(
    entry.apply(
      x,
      graphConfig(probe, recorder),
      Object.fromEntries(weights) as Record<string, Tensor>,
      context,
    ),
  );
}

/** The graph of one pass, with the output `y` and the next value of each running statistic. */
export const passGraph = remembered(
  (probe: LayerProbe, training: boolean, batch: number): KernelGraph =>
    recorded((recorder) => {
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
    }),
);
