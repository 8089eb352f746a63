/** Requirements on the generator's output. */
import { sizeOf, type Shape } from '../../ir/tensorType.js';
import type { DatasetDescription, SampleColumn } from '../../entries/dataset.js';
import type { Interval } from '../../entries/interval.js';
import type { Registry } from '../../entries/registry.js';
import type { NormalSpec } from '../normalSpec.js';
import type { ResolvedLayer, ResolvedNetwork } from '../resolvedGan.js';
import type { RuleContext } from './resolveContext.js';
import { adviseChannelsFirst, axisOrderHint } from './axisOrder.js';
import { columnTexts } from './dataTable.js';
import { rangeText, sampleShapeText } from './quantityText.js';
import { activationFor, holds, rangeOrigin, type RangeOrigin } from './range.js';
import { adviseBounds, checkUnscaled } from './unscaledData.js';
import { findRepair, spatialText } from './findRepair.js';
import { flattenedHint } from './flattened.js';
import { sampleAxisHint } from './sampleAxis.js';

/** Columns of a table that a note lists at most. */
const maxColumns = 12;

/** Compares the generator's output with the data: its shape, then the bounds of its values. */
export function checkGenerator(
  network: ResolvedNetwork,
  data: DatasetDescription,
  spec: NormalSpec,
  context: RuleContext,
): void {
  if (sampleShapeText(network.outputShape) === sampleShapeText(data.shape)) {
    adviseChannelsFirst(data, spec, context);
    checkGeneratorRange(network, data, spec, context);
  } else {
    reportWrongShape(network, data, spec, context);
  }
}

function reportWrongShape(
  network: ResolvedNetwork,
  data: DatasetDescription,
  spec: NormalSpec,
  { registry, report }: RuleContext,
): void {
  const { shape: wanted, columns = [] } = data;
  const { type } = spec.data;
  const path = reshapingPath(network);
  const sizes = path.map(({ outputShape }) => spatialText(outputShape)).filter(isText);
  const chain = sizes.length > 1 ? ` (height and width go ${sizes.join(' → ')})` : '';
  const given = network.outputShape;
  const ofAxes =
    sampleAxisHint(given, data, spec, registry) ??
    axisOrderHint(given, wanted, spec, registry) ??
    flattenedHint(given, wanted, spec, registry);
  const repair = ofAxes === undefined ? findRepair(network, wanted, registry) : undefined;
  report.error(
    'GAN201',
    repair?.pointer ?? path.at(-1)?.pointer ?? `/${network.name}/layers`,
    `the generator yields ${sampleShapeText(given)} where ${type} is ${sampleShapeText(wanted)}${chain}`,
    {
      hint: ofAxes ?? repair?.hint ?? shapeHint(given, wanted),
      notes: [
        ...path.map((layer) => ({
          message: `${layer.type} yields ${sampleShapeText(layer.outputShape)}`,
          pointer: layer.pointer,
        })),
        { message: `${type} is asked for here`, pointer: '/data' },
        ...columnNotes(columns),
      ],
    },
  );
}

/** The columns that make up a sample, up to a limit. */
function columnNotes(columns: readonly SampleColumn[]): readonly { readonly message: string }[] {
  if (columns.length === 0) return [];
  const texts = columnTexts(columns);
  const more = texts.length > maxColumns ? `, and ${texts.length - maxColumns} more` : '';
  const list = texts.slice(0, maxColumns).join(', ');
  return [{ message: `the numbers of a sample are ${list}${more}` }];
}

function shapeHint(given: Shape, wanted: Shape): string {
  const shape = `[${wanted.join(', ')}]`;
  return sizeOf(given) === sizeOf(wanted)
    ? `end the generator with { "type": "reshape", "shape": ${shape} }`
    : `change the layers so that the last one yields ${sampleShapeText(wanted)}`;
}

/** The layers that change the shape on the way to the output, along first inputs. */
function reshapingPath(network: ResolvedNetwork): readonly ResolvedLayer[] {
  const path: ResolvedLayer[] = [];
  let layer: ResolvedLayer | undefined = network.layers.at(-1);
  while (layer) {
    const [source]: readonly string[] = layer.inputs;
    const before = network.layers.find(({ name }) => name === source);
    const shape = before?.outputShape ?? network.inputShape;
    if (sampleShapeText(shape) !== sampleShapeText(layer.outputShape)) path.unshift(layer);
    layer = before;
  }
  return path;
}

function isText(text: string | undefined): text is string {
  return text !== undefined;
}

function checkGeneratorRange(
  network: ResolvedNetwork,
  data: DatasetDescription,
  spec: NormalSpec,
  context: RuleContext,
): void {
  const { range } = data;
  const { type } = spec.data;
  const { registry, report } = context;
  const output = network.outputRange;
  const isBounded = Number.isFinite(output[0]) && Number.isFinite(output[1]);
  const origin = rangeOrigin(network, registry);
  const { pointer } = origin;
  if (range === null) {
    if (isBounded) checkUnscaled(output, pointer, data, spec, context);
    else adviseBounds(data, spec, context);
    return;
  }
  const canFill = holds(output, range);
  const hint = rangeHint(range, origin, canFill, registry);
  const notes = [{ message: `${type} is asked for here`, pointer: '/data' }];
  if (!canFill) {
    report.error(
      'GAN202',
      pointer,
      `the generator's values lie in ${rangeText(output)} and can never fill the ${rangeText(range)} of ${type}`,
      { hint, notes },
    );
  } else if (!isBounded) {
    report.warning(
      'GAN302',
      pointer,
      `the generator's values are not bounded, but those of ${type} lie in ${rangeText(range)}: ` +
        'the discriminator can tell them apart by size alone',
      { hint, notes },
    );
  }
}

/** A hint for values that fill the range. @param canFill True where the last layers allow values in all of it. */
function rangeHint(
  range: Interval,
  { option }: RangeOrigin,
  canFill: boolean,
  registry: Registry,
): string {
  const fitting = activationFor(range, registry);
  if (fitting === undefined) return `let its values stay within ${rangeText(range)}`;
  const whose = `whose values fill ${rangeText(range)}`;
  if (option !== undefined) return `let this layer have "${option}": "${fitting}", ${whose}`;
  const layer = registry.get('layer', fitting)
    ? `"${fitting}"`
    : `{ "type": "activation", "activation": "${fitting}" }`;
  return canFill
    ? `end the generator with ${layer}, ${whose}`
    : `put ${layer} in its place, ${whose}`;
}
