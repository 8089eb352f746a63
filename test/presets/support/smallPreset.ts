/** Presets made small enough for tests. */
import { createCompiler, type Gan, type GanSpec } from '../../../src/index.js';
import { toValue } from '../../../src/source/value.js';

/** Data sets whose files may be absent; random numbers of the same shape replace them. */
const published = new Set(['mnist', 'fashionMnist', 'stackedMnist', 'cifar10']);

/** Further changes of a preset. */
interface Changes {
  /** Settings as for `--set`. */
  readonly set?: readonly string[];
  /** Options that replace those of every layer. */
  readonly layer?: (written: unknown) => unknown;
}

/**
 * A preset with batches of 4 packs, at most two discriminator updates an iteration, and 8 filters and
 * units where it has parameters for their number.
 * @param files A folder made by `smallFiles`.
 */
export function smallPreset(name: string, files: string, changes: Changes = {}): Gan {
  const compiler = createCompiler({ dataDir: files });
  const source = compiler.read(name);
  const { parameters = {} } = toValue(source.tree) as GanSpec;
  const { spec, resolved } = compiler.compile(source);
  const { shape, range, classes } = resolved.data;
  const noise = { type: 'noise', shape, range, classes, count: 64 };
  const { packing, discriminatorSteps } = spec.training;
  const { set = [], layer = (written: unknown) => written } = changes;
  const small = compiler.read(name, {
    set: [
      ...(published.has(spec.data.type) ? [`data=${JSON.stringify(noise)}`] : []),
      ...Object.keys(parameters)
        .filter((parameter) => /(filters|units)$/i.test(parameter))
        .map((parameter) => `parameters.${parameter}=8`),
      `training.batchSize=${4 * packing}`,
      `training.discriminatorSteps=${Math.min(discriminatorSteps, 2)}`,
      ...set,
    ],
  });
  return compiler.compile(withLayers(toValue(small.tree), layer) as GanSpec);
}

/** Applies a function to every layer in a value, inner layers first. */
function withLayers(value: unknown, change: (layer: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => withLayers(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inside]) => {
      const changed: unknown = withLayers(inside, change);
      const isList = (key === 'layers' || key === 'shortcut') && Array.isArray(changed);
      return [key, isList ? changed.map(change) : changed];
    }),
  );
}
