/** Shapes, counts, bytes and bounds as text. */
import type { Shape } from '../../ir/tensorType.js';
import type { Interval } from '../../entries/interval.js';

/** A shape without its batch axis: `28×28×1`; a vector by its length: `100`. */
export function sampleShapeText(shape: Shape): string {
  return shape.map(sizeText).join('×');
}

function sizeText(size: number): string {
  return Number.isSafeInteger(size) ? String(size) : countText(size);
}

/** A whole number with separated thousands, `1,256,080`; beyond 2^53, where doubles skip numbers, `about 1.3e+24`. */
export function countText(count: number): string {
  if (Number.isSafeInteger(count)) return count.toLocaleString('en-US');
  return Number.isFinite(count) ? `about ${count.toExponential(1)}` : 'more than 1e+308';
}

const units = ['KiB', 'MiB', 'GiB', 'TiB'];

/** Bytes in the binary unit that keeps the number short: `784 B`, `3.1 KiB`. */
export function bytesText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const power = Math.min(Math.floor(Math.log2(bytes) / 10), units.length);
  const amount = bytes / 1024 ** power;
  const unit = units[power - 1] ?? '';
  return amount < 1e6 ? `${amount.toFixed(1)} ${unit}` : `${countText(bytes)} B`;
}

/** Bounds of values: `[-1, 1]`, `[0, ∞)`, `(-∞, ∞)`. */
export function rangeText([low, high]: Interval): string {
  const left = low === -Infinity ? '(-∞' : `[${low}`;
  return `${left}, ${high === Infinity ? '∞)' : `${high}]`}`;
}
