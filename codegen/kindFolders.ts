import type { Kind } from '../src/registry/entries.js';

/** Where each kind of entry lives, under `schema/`, `src/` and `src/generated/`. */
export const kindFolders = {
  layer: 'layers',
  activation: 'activations',
  initializer: 'initializers',
  loss: 'losses',
  penalty: 'penalties',
  optimizer: 'optimizers',
  schedule: 'schedules',
  dataset: 'datasets',
} as const satisfies Readonly<Record<Kind, string>>;
