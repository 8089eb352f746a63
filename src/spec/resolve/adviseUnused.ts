/** Options that are given, and act on nothing. */
import { schema as ganSchema } from '../../generated/gan.js';
import { isObject } from '../../registry/mapSubschemas.js';
import { propertiesOf } from '../normalize/schemaOf.js';
import type { NormalLabels, NormalSpec } from '../normalSpec.js';
import { labelsInput } from './placedLayer.js';
import type { RuleContext } from './resolveContext.js';

/** An option that something else in the spec leaves without effect. */
interface Unused {
  /** JSON Pointer. */
  readonly option: string;
  /** What it would act on, as in `"concat" or "conditionalBatchNorm"`. */
  readonly needs: string;
}

/** Warns of every option that has another value than its default and yet makes no difference. */
export function adviseUnused(spec: NormalSpec, { report }: Pick<RuleContext, 'report'>): void {
  const { labels } = spec;
  for (const { option, needs } of [
    ...(labels ? inLabels(spec, labels) : []),
    ...inTraining(spec),
  ]) {
    const name = option.split('/').at(-1) ?? '';
    report.warning('GAN308', option, `"${name}" has no effect without ${needs}`, {
      hint: `remove "${name}", or add what it acts on`,
    });
  }
}

function inLabels(spec: NormalSpec, labels: NormalLabels): readonly Unused[] {
  const { generator, discriminator, codes } = labels;
  const ways = [generator, discriminator];
  const isRead = [...spec.generator.layers, ...spec.discriminator.layers].some(({ input }) =>
    input.includes(labelsInput),
  );
  if (ways.every((way) => way === null) && codes === null && !isRead) {
    const needs = '"generator", "discriminator" or "codes" in it, or a layer that reads "labels"';
    return [{ option: '/labels', needs }];
  }
  const unused: Unused[] = [];
  if (
    labels.embedding !== null &&
    !ways.some((way) => way === 'concat' || way === 'conditionalBatchNorm')
  ) {
    unused.push({ option: '/labels/embedding', needs: '"concat" or "conditionalBatchNorm"' });
  }
  const hasHead = discriminator === 'projection' || discriminator === 'auxiliary';
  if (labels.features !== null && !hasHead && codes === null) {
    unused.push({ option: '/labels/features', needs: '"projection", "auxiliary" or "codes"' });
  }
  if (discriminator !== 'auxiliary' && isChanged('Auxiliary', labels.auxiliary)) {
    unused.push({ option: '/labels/auxiliary', needs: '"discriminator": "auxiliary"' });
  }
  return unused;
}

function inTraining({ training }: NormalSpec): readonly Unused[] {
  const { augment, realBatches, discriminatorSteps, gradientAccumulation } = training;
  const unused: Unused[] = [];
  if (augment?.target === null && isChanged('Augment', { images: augment.images })) {
    unused.push({ option: '/training/augment/images', needs: 'a "target" to adapt to' });
  }
  // With gradientAccumulation it is refused: one mistake, one diagnostic.
  if (realBatches === 'repeated' && discriminatorSteps === 1 && gradientAccumulation === 1) {
    unused.push({ option: '/training/realBatches', needs: 'several "discriminatorSteps"' });
  }
  return unused;
}

/** Whether any of these options of an object of the schema is not at its default. */
function isChanged(definition: string, options: object): boolean {
  const { definitions } = ganSchema;
  const found = isObject(definitions) ? definitions[definition] : undefined;
  const known = isObject(found) ? propertiesOf(found) : {};
  return Object.entries(options).some(([key, value]) => {
    const option = known[key];
    return !isObject(option) || option['default'] !== value;
  });
}
