/** A table of a network's layers. */
import type { ResolvedNetwork } from '../resolvedGan.js';
import { bytesText, countText, sampleShapeText } from './quantityText.js';

type Row = readonly string[];

const heading: Row = ['layer', 'type', 'output', 'parameters', 'FLOPs', 'activation'];
const isNumber = [false, false, false, true, true, true];

/**
 * One line per layer and a line of totals. Parameters are trainable numbers; FLOPs and activation bytes (float32)
 * are those of one sample's forward pass, a multiply-add counted as two.
 */
export function networkTable(network: ResolvedNetwork): string {
  const rows = network.layers.map((layer): Row => [
    layer.name,
    layer.type,
    sampleShapeText(layer.outputShape),
    countText(layer.parameterCount),
    countText(layer.flops),
    bytesText(layer.activationBytes),
  ]);
  const total: Row = [
    'total',
    '',
    '',
    countText(network.parameterCount),
    countText(network.flops),
    bytesText(network.activationBytes),
  ];
  const widths = heading.map((_, column) =>
    Math.max(...[heading, ...rows, total].map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: Row): string =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return isNumber[column] ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  const title =
    `${network.name}: ${sampleShapeText(network.inputShape)} → ${sampleShapeText(network.outputShape)} ` +
    '(FLOPs and activation bytes per sample)';
  return [title, line(heading), rule, ...rows.map(line), rule, line(total), ''].join('\n');
}
