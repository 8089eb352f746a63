/** Options that are given and have no effect. */
import { schema as ganSchema } from '../../generated/gan.js';
import type { Kind } from '../../entries/entry.js';
import type { Tagged } from '../../entries/tagged.js';
import { isObject } from '../schema/mapSubschemas.js';
import type { Registry } from '../../entries/registry.js';
import { plainSteps } from '../augmentPolicy.js';
import { completed } from '../normalize/completed.js';
import { propertiesOf } from '../schema/choices.js';
import type { NormalLabels, NormalSpec } from '../normalSpec.js';
import { beside, conditionReason, isFulfilled, without, type Reason } from './idleOptions.js';
import { placed, readsLabels } from './placedLayer.js';
import type { RuleContext } from './resolveContext.js';

/** An option or entry without effect in its spec. */
interface Unused extends Reason {
  /** JSON Pointer. */
  readonly pointer: string;
  readonly name: string;
}

/** Warns of every option that has another value than its default and yet makes no difference. */
export function adviseUnused(spec: NormalSpec, { registry, report }: RuleContext): void {
  const { labels } = spec;
  for (const { pointer, name, why, wayOut } of [
    ...(labels ? inLabels(spec, labels) : []),
    ...inTraining(spec),
    ...inEntries(spec, registry),
  ]) {
    report.warning('GAN308', pointer, `"${name}" has no effect ${why}`, { hint: wayOut(name) });
  }
}

/** @param pointer Of the option, which it ends in. */
function unused(pointer: string, reason: Reason): Unused {
  return { pointer, name: pointer.split('/').at(-1) ?? '', ...reason };
}

function inLabels(spec: NormalSpec, labels: NormalLabels): readonly Unused[] {
  const { generator, discriminator, codes } = labels;
  const ways = [generator, discriminator];
  const isRead = [...spec.generator.layers, ...spec.discriminator.layers].some(readsLabels);
  if (ways.every((way) => way === null) && codes === null && !isRead) {
    const needs = '"generator", "discriminator" or "codes" in it, or a layer that reads "labels"';
    return [unused('/labels', without(needs))];
  }
  const found: Unused[] = [];
  if (
    labels.embedding !== null &&
    !ways.some((way) => way === 'concat' || way === 'conditionalBatchNorm')
  ) {
    found.push(unused('/labels/embedding', without('"concat" or "conditionalBatchNorm"')));
  }
  const hasHead = discriminator === 'projection' || discriminator === 'auxiliary';
  if (labels.features !== null && !hasHead && codes === null) {
    found.push(unused('/labels/features', without('"projection", "auxiliary" or "codes"')));
  }
  if (discriminator !== 'auxiliary' && isChanged('Auxiliary', labels.auxiliary)) {
    found.push(unused('/labels/auxiliary', without('"discriminator": "auxiliary"')));
  }
  return found;
}

function inTraining({ training, generator, discriminator }: NormalSpec): readonly Unused[] {
  const { augment, ema, steps, realBatches, discriminatorSteps, gradientAccumulation } = training;
  const found: Unused[] = [];
  if (augment?.target === null && isChanged('Augment', { images: augment.images })) {
    found.push(unused('/training/augment/images', without('a "target" to adapt to')));
  }
  const changes = augment?.policy.flatMap(plainSteps) ?? [];
  for (const [change, strength] of Object.entries(augment?.strengths ?? {})) {
    if (strength !== 1 && !changes.some((known) => known === change)) {
      const reason = without(`"${change}" in the "policy"`);
      found.push(unused(`/training/augment/strengths/${change}`, reason));
    }
  }
  if (ema && ema.halfLife !== null && isChanged('Ema', { decay: ema.decay })) {
    found.push(unused('/training/ema/decay', beside('halfLife')));
  }
  if (ema?.halfLife === null && ema.rampUp !== null) {
    found.push(unused('/training/ema/rampUp', without('a "halfLife"')));
  }
  if (ema && ema.start >= steps) {
    const wayOut = (): string => 'remove "ema", or let it start earlier';
    const reason = { ...without('more "steps" than its "start"'), wayOut };
    found.push({ ...reason, pointer: '/training/ema/start', name: 'ema' });
  }
  // With gradientAccumulation it is refused: one mistake, one diagnostic.
  if (realBatches === 'repeated' && discriminatorSteps === 1 && gradientAccumulation === 1) {
    found.push(unused('/training/realBatches', without('several "discriminatorSteps"')));
  }
  const layers = [...generator.layers, ...discriminator.layers];
  if (training.syncBatchNorm && !layers.some(({ type }) => type === 'batchNorm')) {
    found.push(unused('/training/syncBatchNorm', without('a layer "batchNorm"')));
  }
  return found;
}

/** An entry of the spec. */
interface Used {
  readonly kind: Kind;
  readonly config: Tagged & Readonly<Record<string, unknown>>;
  readonly pointer: string;
}

function inEntries(spec: NormalSpec, registry: Registry): readonly Unused[] {
  return entriesOf(spec).flatMap((entry) => [
    ...inWhole(entry, spec, registry),
    ...inOptions(entry, registry),
  ]);
}

/** An entry that has no effect as a whole. */
function inWhole(entry: Used, spec: NormalSpec, registry: Registry): readonly Unused[] {
  const { kind, config, pointer } = entry;
  const found = registry.get(kind, config.type);
  const idle = found && 'idle' in found ? found.idle(config, spec.training) : undefined;
  if (!idle) return [];
  const reason = { ...without(idle.needs), wayOut: () => idle.wayOut };
  return [{ ...reason, pointer, name: config.type }];
}

/** Options without effect because a condition of their fragment (`actsOnlyWith`) is not fulfilled. */
function inOptions(entry: Used, registry: Registry): readonly Unused[] {
  const { kind, config, pointer } = entry;
  const properties = registry.get(kind, config.type)?.schema.properties ?? {};
  return Object.entries(properties).flatMap(([option, { actsOnlyWith = {} }]) => {
    const missing = Object.entries(actsOnlyWith).find(
      ([other, condition]) => !isFulfilled(condition, config[other]),
    );
    if (!missing || !isGiven(entry, option, registry)) return [];
    return [unused(`${pointer}/${option}`, conditionReason(...missing))];
  });
}

function entriesOf({
  generator,
  discriminator,
  labels,
  loss,
  penalties,
  optimizers,
}: NormalSpec): readonly Used[] {
  const layers = [
    ...placed(generator.layers, '/generator/layers'),
    ...placed(discriminator.layers, '/discriminator/layers'),
    ...placed(labels?.codes?.layers ?? [], '/labels/codes/layers'),
  ];
  return [
    ...layers.map(({ layer, pointer }) => ({ kind: 'layer', config: layer, pointer }) as const),
    { kind: 'loss', config: loss, pointer: '/loss' },
    ...penalties.map(
      (config, index) => ({ kind: 'penalty', config, pointer: `/penalties/${index}` }) as const,
    ),
    ...Object.entries(optimizers).map(
      ([network, config]) =>
        ({ kind: 'optimizer', config: { ...config }, pointer: `/optimizers/${network}` }) as const,
    ),
  ];
}

/** True where an option has another value than it would have if it were left out. */
function isGiven({ kind, config }: Used, option: string, registry: Registry): boolean {
  if (!Object.hasOwn(config, option)) return false;
  const others = Object.entries(config).filter(([name]) => name !== option);
  const plain: Used['config'] = { ...completed(kind, Object.fromEntries(others), registry) };
  return JSON.stringify(plain[option]) !== JSON.stringify(config[option]);
}

/** True where any of these options of an object of the schema is not at its default. */
function isChanged(definition: string, options: object): boolean {
  const { definitions } = ganSchema;
  const found = isObject(definitions) ? definitions[definition] : undefined;
  const known = isObject(found) ? propertiesOf(found) : {};
  return Object.entries(options).some(([key, value]) => {
    const option = known[key];
    return !isObject(option) || option['default'] !== value;
  });
}
