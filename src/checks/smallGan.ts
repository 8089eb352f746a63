/** Small GANs, each of which uses an entry. */
import { Gan } from '../api/gan.js';
import { selectPasses } from '../api/passSelection.js';
import { sizeOf, type Shape } from '../ir/tensorType.js';
import type { LoadedDataset } from '../entries/dataset.js';
import type { Entry, Kind } from '../entries/entry.js';
import type { Player } from '../entries/player.js';
import type { Tagged } from '../entries/tagged.js';
import type { Registry } from '../entries/registry.js';
import { specFromObject } from '../language/load/load.js';
import { defaultLimits } from '../language/resolve/limits.js';
import type { Example } from './example.js';
import type { LayerProbe } from './layerProbe.js';

const dense = (units: number): object => ({ type: 'dense', units });

const base = {
  data: { type: 'ring', count: 64 },
  latent: { dim: 3 },
  generator: { layers: [dense(4), 'tanh', dense(2)] },
  discriminator: { layers: [dense(4), 'tanh', dense(1)] },
  loss: 'nonSaturating',
  optimizers: {
    generator: { type: 'sgd', learningRate: 0.05 },
    discriminator: { type: 'sgd', learningRate: 0.05 },
  },
  training: { batchSize: 4, steps: 4 },
  monitor: { sampleCount: 4 },
};

/** The part of a spec that uses an entry, by kind. */
const places: Readonly<Partial<Record<Kind, (entry: object) => object>>> = {
  activation: (activation) => ({
    discriminator: { layers: [{ ...dense(4), activation }, dense(1)] },
  }),
  initializer: (kernelInitializer) => ({
    discriminator: { layers: [{ ...dense(4), kernelInitializer }, 'tanh', dense(1)] },
  }),
  loss: (loss) => ({ loss }),
  penalty: (penalty) => ({ penalties: [penalty] }),
  optimizer: (optimizer) => ({ optimizers: { generator: optimizer, discriminator: optimizer } }),
  // The target of a least-squares loss has no bounds that a schedule could leave.
  schedule: (realTarget) => ({ loss: { type: 'leastSquares', realTarget } }),
};

/** A GAN that uses an example; undefined for kinds that specs do not name. @throws SpecError where it does not compile. */
export function ganWith({ entry, options, registry }: Example<Kind>): Gan | undefined {
  const changes = places[entry.kind]?.(options);
  return changes && ganOf({ ...networksFor(entry, options), ...changes }, registry);
}

/** Networks as an entry requires them: a discriminator that reconstructs samples, or layers that its options name. */
function networksFor(entry: Entry, options: Tagged): object {
  if (entry.kind === 'loss' && entry.scores === 'reconstruction') {
    return { discriminator: { layers: [dense(4), 'tanh', dense(2)] } };
  }
  if (entry.kind !== 'penalty') return {};
  const named = (player: Player): object[] =>
    Object.entries(options).flatMap(([option, name]: [string, unknown]) =>
      entry.layerOptions[option] === player ? [{ type: 'tanh', name }] : [],
    );
  const images = entry.needsImages(options);
  const shape = [2, 3, 1];
  return {
    ...(images && { data: { type: 'noise', shape, count: 64 } }),
    generator: {
      layers: [
        ...[dense(4), 'tanh', ...named('generator')],
        ...(images ? [dense(sizeOf(shape)), { type: 'reshape', shape }] : [dense(2)]),
      ],
    },
    discriminator: {
      layers: [
        ...(images ? ['flatten'] : []),
        dense(4),
        'tanh',
        ...named('discriminator'),
        dense(1),
      ],
    },
  };
}

/** A GAN whose discriminator applies a layer to inputs of the probe's shapes. */
export function ganWithLayer(layer: object, { inputs, registry }: LayerProbe): Gan {
  const branches = inputs.flatMap((shape, i) => [
    { ...dense(sizeOf(shape)), input: 'wide' },
    { type: 'reshape', shape, name: `branch${i}` },
  ]);
  const input = inputs.map((_shape, i) => `branch${i}`);
  const probe = { ...layer, name: 'probe', input: input.length > 1 ? input : (input[0] ?? '') };
  const layers = [{ ...dense(4), name: 'wide' }, ...branches, probe, 'flatten', dense(1)];
  return ganOf({ discriminator: { layers } }, registry);
}

/** A GAN that learns the samples of an open data set. */
export function ganWithData(data: object, { shape }: LoadedDataset, registry: Registry): Gan {
  const flat = (of: Shape): object[] => (of.length > 1 ? [{ type: 'flatten' }] : []);
  const reshape = shape.length > 1 ? [{ type: 'reshape', shape }] : [];
  return ganOf(
    {
      data,
      generator: { layers: [dense(sizeOf(shape)), ...reshape] },
      discriminator: { layers: [...flat(shape), dense(1)] },
    },
    registry,
  );
}

function ganOf(changes: object, registry: Registry): Gan {
  const source = specFromObject({ ...base, ...changes });
  const datasets = { baseDir: source.baseDir, dataDir: undefined, seed: 0 };
  const context = { registry, datasets, limits: defaultLimits, passes: selectPasses('all') };
  return new Gan({ tree: source.tree, context, plugins: [] });
}
