import type { Shape } from '../../ir/tensorType.js';

/** A shape as text for messages, such as `[28, 28, 1]`. */
export function shapeText(shape: Shape): string {
  return `[${shape.join(', ')}]`;
}
