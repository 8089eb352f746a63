import type { NormalSpec } from '../normalSpec.js';
import { readsLabels } from './placedLayer.js';

/** True where the generator is told classes. */
export function isConditional({ labels, generator }: NormalSpec): boolean {
  if (labels === null) return false;
  return labels.generator !== null || generator.layers.some(readsLabels);
}
