/** A table of a network's layers. */
import { argumentMustBe, hasKeys, isNumber, isString } from '../../diagnostics/arguments.js';
import { isListOf } from '../../entries/resultCheck.js';
import type { ResolvedNetwork } from '../resolvedGan.js';
import { bytesText, countText, sampleShapeText } from './quantityText.js';
import { textTable } from './textTable.js';

const heading: readonly string[] = ['layer', 'type', 'output', 'parameters', 'FLOPs', 'activation'];
const isRight = [false, false, false, true, true, true];

const sizes = { parameterCount: isNumber, flops: isNumber, activationBytes: isNumber };
const isShape = isListOf(isNumber);
const layerKeys = { name: isString, type: isString, outputShape: isShape, ...sizes };
const networkKeys = {
  name: isString,
  inputShape: isShape,
  outputShape: isShape,
  layers: isListOf((layer) => hasKeys(layer, layerKeys)),
  ...sizes,
};

const isNetwork = argumentMustBe('a network, as `gan.resolved.networks` has them', (value) =>
  hasKeys(value, networkKeys),
);

/**
 * One line per layer and a line of totals. Parameters are trainable numbers; FLOPs and activation bytes (float32)
 * are those of one sample's forward pass, a multiply-add counted as two.
 * @throws GanspecError GAN540 where it is no network.
 */
export function networkTable(network: ResolvedNetwork): string {
  isNetwork('network of networkTable', network);
  const rows = network.layers.map((layer) => [
    layer.name,
    layer.type,
    sampleShapeText(layer.outputShape),
    countText(layer.parameterCount),
    countText(layer.flops),
    bytesText(layer.activationBytes),
  ]);
  const total = [
    'total',
    '',
    '',
    countText(network.parameterCount),
    countText(network.flops),
    bytesText(network.activationBytes),
  ];
  const title =
    `${network.name}: ${sampleShapeText(network.inputShape)} → ${sampleShapeText(network.outputShape)} ` +
    '(FLOPs and activation bytes per sample)';
  const [head = '', rule = '', ...lines] = textTable([heading, ...rows, total], isRight);
  return [title, head, rule, ...lines.slice(0, -1), rule, ...lines.slice(-1), ''].join('\n');
}
