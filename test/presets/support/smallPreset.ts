/** Presets as tests can run them anywhere. */
import { createCompiler, type Gan, type GanSpec } from '../../../src/index.js';
import { toValue } from '../../../src/source/value.js';

/** Data sets whose files may not be there; numbers of the same shape stand in for them. */
const published = new Set(['mnist', 'fashionMnist', 'stackedMnist', 'cifar10']);

/** What may be done to a preset besides. */
interface Changes {
  /** As for `--set`. */
  readonly set?: readonly string[];
  /** Of each layer in place of what is written. */
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

/** The value with every layer in it changed, layers inside layers first. */
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
