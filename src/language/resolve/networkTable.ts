/** A table of a network's layers. */
import type { ResolvedNetwork } from '../resolvedGan.js';
import { bytesText, countText, sampleShapeText } from './quantityText.js';
import { textTable } from './textTable.js';

const heading: readonly string[] = ['layer', 'type', 'output', 'parameters', 'FLOPs', 'activation'];
const isNumber = [false, false, false, true, true, true];

/**
 * One line per layer and a line of totals. Parameters are trainable numbers; FLOPs and activation bytes (float32)
 * are those of one sample's forward pass, a multiply-add counted as two.
 */
export function networkTable(network: ResolvedNetwork): string {
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
  const [head = '', rule = '', ...lines] = textTable([heading, ...rows, total], isNumber);
  return [title, head, rule, ...lines.slice(0, -1), rule, ...lines.slice(-1), ''].join('\n');
}
