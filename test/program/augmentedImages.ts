/** Images augmented in float64 with given random numbers. */
import { gradients } from '../../src/autodiff/gradients.js';
import { createCompiler, tf, type GanSpec, type ProgramInput } from '../../src/index.js';
import type { Distribution } from '../../src/random/distribution.js';
import type { KernelGraph } from '../../src/ir/kernelGraph.js';
import { interpret } from '../../src/oracle/interpret.js';
import { augmented } from '../../src/program/augment/augmented.js';
import { GraphScope } from '../../src/program/graphScope.js';
import type { AugmentStep } from '../../src/language/normalSpec.js';
import { record } from '../../src/trace/record.js';
import { rounded } from './tinyGan.js';

export type Numbers = readonly number[];
export type Augment = NonNullable<NonNullable<GanSpec['training']>['augment']>;

/** A linear GAN of images that are augmented. @param shape `[height, width, channels]`. */
export function imageGan(augment: Augment, shape: Numbers = [4, 4, 1]): Partial<GanSpec> {
  return {
    data: { type: 'noise', shape: [...shape], count: 16 },
    generator: {
      layers: [
        { type: 'dense', units: shape.reduce((a, b) => a * b, 1) },
        { type: 'reshape', shape: [...shape] },
      ],
    },
    discriminator: { layers: ['flatten', { type: 'dense', units: 1 }] },
    training: { batchSize: 2, augment },
  };
}

/**
 * The graph that augments `images`, of which it also gives the `gradient` of half the sum of squares of the result, and the
 * inputs with random numbers that it declares.
 *
 * @param shape `[batch, height, width, channels]`.
 */
export function augmentedGraph(
  augment: Augment,
  shape: Numbers,
): { readonly graph: KernelGraph; readonly inputs: readonly ProgramInput[] } {
  const compiler = createCompiler();
  const spec = { latent: { dim: 1 }, ...imageGan(augment, shape.slice(1)) } as GanSpec;
  const { resolved } = compiler.compile(spec);
  const { registry } = compiler;
  let inputs: readonly ProgramInput[] = [];
  const graph = record('augmented', (recorder) => {
    const clock = { batchSize: 2, count: 16 };
    const scope = new GraphScope(recorder, 'augmented', 'discriminator', new Map(), clock);
    const given = recorder.input('images', { dtype: 'float32', shape }, 'feed');
    const options = { training: true, updateStatistics: false };
    const result = augmented({ scope, registry, resolved }, given, options);
    inputs = scope.inputs;
    const [gradient] = gradients(recorder, tf.mul(0.5, tf.sum(tf.square(result))), [given]);
    scope.result('images', result);
    scope.result('gradient', gradient ?? tf.zeros([...shape]));
    return scope.outputs();
  });
  return { graph, inputs };
}

/** Feeds of such a graph. @param draws Random numbers by the names of the inputs, without `augment/`. */
export function feedsOf(
  images: ArrayLike<number>,
  draws: Readonly<Record<string, Numbers>>,
): ReadonlyMap<string, Float64Array> {
  const drawn = Object.entries(draws).map(
    ([name, numbers]) => [`augment/${name}`, Float64Array.from(numbers)] as const,
  );
  return new Map([['images', Float64Array.from(images)], ...drawn]);
}

/** Images as they are augmented in float64 and the gradient of half their sum of squares, rounded, and the inputs. */
export function change(
  augment: Augment,
  shape: Numbers,
  images: Numbers,
  draws: Readonly<Record<string, Numbers>>,
) {
  const { graph, inputs } = augmentedGraph(augment, shape);
  const results = interpret(graph, feedsOf(images, draws));
  const numbersOf = (name: string): Numbers => rounded([...(results.get(name) ?? [])]);
  return { images: numbersOf('images'), gradient: numbersOf('gradient'), inputs };
}

/** These changes, made to every image. */
export const only = (...policy: readonly AugmentStep[]): Augment => ({ policy: [...policy] });

/** Distribution of each random number of an augmentation, by the name of its input. @param shape `[height, width, channels]`. */
export function distributionsOf(
  augment: Augment,
  shape: Numbers,
): Readonly<Record<string, Distribution>> {
  const { program } = createCompiler().compile({ latent: { dim: 1 }, ...imageGan(augment, shape) });
  return Object.fromEntries(
    program.inputs.flatMap(({ graph, name, source }) =>
      graph === 'generator' && name.startsWith('augment/') && source.kind === 'random'
        ? [[name.replace('augment/', ''), source.distribution]]
        : [],
    ),
  );
}
