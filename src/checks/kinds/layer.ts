/** Checks of layers. */
import type { KernelGraph } from '../../ir/kernelGraph.js';
import { peakMemory } from '../../ir/peakMemory.js';
import { sizeOf, type TensorMap } from '../../ir/tensorType.js';
import { drawInto } from '../../random/draw.js';
import type { Tensor } from '../../tf.js';
import { derivativeFailure } from '../derivatives.js';
import type { Failure, Check } from '../check.js';
import { hookResult } from '../hookResult.js';
import {
  applyProbe,
  initializeWith,
  probeParameters,
  passGraph,
  type LayerProbe,
} from '../layerProbe.js';
import { probeNumbers } from '../probeNumbers.js';
import { remembered } from '../remembered.js';
import { notFinite, runOn } from '../runOn.js';
import { scheduledFailure, takesTensors } from '../scheduled.js';
import { weighted } from '../weighted.js';

const passes = [true, false] as const;
// With two samples that happen to be nearly equal, batch norm curves too sharply for finite differences.
const batch = 3;

/** Names of the inputs that the outputs of a graph depend on. */
function usedInputs({ inputs, nodes, outputs }: KernelGraph): readonly string[] {
  const used = new Set(outputs.map(({ value }) => value));
  for (const node of nodes.toReversed()) {
    if (used.has(node.output)) node.inputs.forEach((input) => used.add(input));
  }
  return inputs.filter(({ value }) => used.has(value)).map(({ name }) => name);
}

/** Results of one pass in float32 with initial values; batches of all sizes start with the same samples. */
const run = remembered((probe: LayerProbe, training: boolean, size: number): Promise<TensorMap> => {
  const graph = passGraph(probe, training, size);
  const feeds = graph.inputs.map(({ name, value }): [string, Float32Array] => {
    const { shape, dtype } = graph.types[value] ?? { shape: [], dtype: 'float32' };
    const parameter = probeParameters(probe).find((one) => one.name === name);
    if (!parameter) {
      const numbers = probeNumbers(sizeOf(shape), name, -1, 1);
      return [name, dtype === 'bool' ? numbers.map((u) => Number(u > -0.5)) : numbers];
    }
    const numbers = new Float32Array(sizeOf(shape));
    drawInto(numbers, parameter.initial, shape, { seed: 1, stream: name, step: 0 });
    return [name, numbers];
  });
  return runOn('tfjs', graph, new Map(feeds));
});

function shapeFailure(probe: LayerProbe): Failure {
  const { entry, config, inputs } = probe;
  const wanted = [batch, ...entry.outputShape(inputs, config)].join(', ');
  for (const training of passes) {
    const graph = passGraph(probe, training, batch);
    const output = graph.outputs.find(({ name }) => name === 'y');
    const found = graph.types[output?.value ?? -1]?.shape.join(', ') ?? 'nothing';
    if (found !== wanted) {
      return `with a batch of 3 it promises [${wanted}] and gives [${found}] (training: ${training})`;
    }
  }
  return undefined;
}

function parameterFailure(probe: LayerProbe): Failure {
  const used = passes.flatMap((training) => usedInputs(passGraph(probe, training, batch)));
  const idle = probeParameters(probe).filter(({ name }) => !used.includes(name));
  return idle.length === 0
    ? undefined
    : `nothing depends on ${idle.map(({ name }) => name).join(', ')}`;
}

function statisticsFailure(probe: LayerProbe): Failure {
  const graph = passGraph(probe, true, batch);
  const statistics = probeParameters(probe).filter(({ trainable }) => !trainable);
  const wanted = statistics.map(({ name, shape }) => `${name} [${shape.join(', ')}]`);
  const found = graph.outputs
    .filter(({ name }) => name.startsWith('next '))
    .map(({ name, value }) => `${name.slice(5)} [${graph.types[value]?.shape.join(', ') ?? ''}]`);
  if (wanted.toSorted().join() === found.toSorted().join()) return undefined;
  return `it declares ${wanted.join(', ') || 'none'} and moves ${found.join(', ') || 'none'}`;
}

function inferenceFailure(probe: LayerProbe): Failure {
  const { inputs, outputs } = passGraph(probe, false, batch);
  const moved = outputs.filter(({ name }) => name !== 'y').map(({ name }) => name.slice(5));
  const drawn = probe.entry.randomAtInference
    ? []
    : inputs.filter(({ name }) => name.startsWith('random/')).map(({ name }) => name);
  const wrong = [
    ...moved.map((name) => `it moves ${name}`),
    ...(probe.entry.randomAtInference ? [] : drawn.map((name) => `it asks for ${name}`)),
  ];
  return wrong.length === 0 ? undefined : wrong.join(', ');
}

async function aloneFailure(probe: LayerProbe): Promise<Failure> {
  if (probe.entry.acrossBatch) return undefined;
  const alone = (await run(probe, true, 1)).get('y')?.data ?? [];
  const among = (await run(probe, true, batch)).get('y')?.data ?? [];
  const difference = Math.max(
    ...Array.from(alone, (value, i) => Math.abs(value - (among[i] ?? NaN))),
  );
  return difference < 1e-5 ? undefined : `a sample alone and in a batch differ by ${difference}`;
}

async function rangeFailure(probe: LayerProbe): Promise<Failure> {
  const [low, high] = probe.entry.outputRange([-1, 1], probe.config);
  const values = (await run(probe, true, batch)).get('y')?.data ?? [];
  const wrong = values.find((y) => !(y >= low - 1e-5 && y <= high + 1e-5));
  return wrong === undefined
    ? undefined
    : `inputs within ±1 give ${wrong}, outside of ${low} to ${high}`;
}

function flopsFailure({ entry, config, inputs }: LayerProbe): Failure {
  const flops = entry.flops(inputs, entry.outputShape(inputs, config), config);
  return Number.isSafeInteger(flops) && flops >= 0 ? undefined : `it is ${flops}`;
}

function workspaceFailure(probe: LayerProbe): Failure {
  const { entry, config, inputs } = probe;
  const output = entry.outputShape(inputs, config);
  const declared = entry.workspace(inputs, output, config, batch);
  if (!Number.isSafeInteger(declared) || declared < 0) return `it is ${declared}`;
  const held = peakMemory(passGraph(probe, true, batch)).bytes / 4;
  return declared <= held
    ? undefined
    : `with a batch of ${batch} it is ${declared}, and a pass holds ${held} numbers in all`;
}

/** Compares derivatives in training mode, and with running statistics in inference mode as well. */
function derivativesFailure(probe: LayerProbe, order: 'first' | 'second'): Failure {
  const parameters = probeParameters(probe);
  const samples = probe.inputs.map((shape, i) => ({ name: `x${i}`, shape: [batch, ...shape] }));
  const variables = [...samples, ...parameters.filter(({ trainable }) => trainable)];
  const modes = parameters.every(({ trainable }) => trainable) ? [true] : passes;
  for (const training of modes) {
    const found = derivativeFailure(order, variables, (recorder, tensors) => {
      const given = new Map<string, Tensor>();
      tensors.forEach((tensor, place) => given.set(variables[place]?.name ?? '', tensor));
      return weighted(
        recorder,
        applyProbe(probe, recorder, { training, batch, updates: new Map(), given }),
      );
    });
    if (found !== undefined) return `${found} (training: ${training})`;
  }
  return undefined;
}

/** Compares passes with an option as a number and as a tensor. */
function tensorOptionsFailure(probe: LayerProbe): Failure {
  const variables = probe.inputs.map((shape, i) => ({ name: `x${i}`, shape }));
  for (const training of passes) {
    const found = scheduledFailure(probe, variables, (one) => passGraph(one, training, batch));
    if (found !== undefined) return `${found} (training: ${training})`;
  }
  return undefined;
}

export const layerChecks: readonly Check<LayerProbe>[] = [
  hookResult('parameters', ({ inputs, config, registry }) => [
    inputs,
    config,
    initializeWith(registry),
  ]),
  hookResult('minBatchSize', ({ inputs, config }) => [inputs, config]),
  {
    hook: 'apply',
    claim: 'gives finite numbers from first values, and finite next statistics, in float32',
    fix: 'Add a small number under roots and in denominators.',
    run: async (probe) =>
      notFinite(await run(probe, true, batch)) ?? notFinite(await run(probe, false, batch)),
  },
  {
    hook: 'outputShape',
    claim: 'promises the shape that apply gives',
    fix: 'Let `outputShape` (without the batch axis) and `apply` agree.',
    run: shapeFailure,
  },
  {
    hook: 'flops',
    claim: 'is a whole number',
    fix: 'Count the operations of one sample, a multiply-add as two.',
    run: flopsFailure,
  },
  {
    hook: 'workspace',
    claim: 'is a whole number, and no more than a pass holds',
    fix: 'Count what a pass of the batch holds at once beside its inputs and output, or less.',
    run: workspaceFailure,
  },
  {
    hook: 'parameters',
    claim: 'declares no parameter that nothing depends on',
    fix: 'Use each parameter in `apply`, or do not declare it.',
    run: parameterFailure,
  },
  {
    hook: 'apply',
    claim: 'moves in training exactly the parameters that are not trained, keeping their shapes',
    fix: 'Call context.update once for each parameter with trainable: false, and for no other.',
    run: statisticsFailure,
  },
  {
    hook: 'apply',
    claim:
      'outside of training moves nothing and asks for no random numbers, unless it says that it does',
    fix: 'Look at context.training, or say randomAtInference: true.',
    run: inferenceFailure,
  },
  {
    hook: 'acrossBatch',
    claim: 'looks at each sample alone, unless it says that it does not',
    fix: 'Say acrossBatch: true where samples of a batch are mixed.',
    run: aloneFailure,
  },
  {
    hook: 'outputRange',
    claim: 'gives values within the bounds it promises',
    fix: 'Return the least and the greatest value for inputs within the given bounds.',
    run: rangeFailure,
  },
  { hook: 'apply', ...takesTensors, run: tensorOptionsFailure },
  ...(['first', 'second'] as const).map((order): Check<LayerProbe> => ({
    hook: 'apply',
    claim: `has the ${order} derivative by inputs and weights that finite differences show`,
    fix: 'Compute with tensor functions that have derivatives of their own.',
    run: (probe) => derivativesFailure(probe, order),
  })),
];
