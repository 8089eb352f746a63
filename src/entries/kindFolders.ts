import type { Kind } from './entries.js';

/** Where each kind of entry lives, under `schema/`, `src/` and `src/generated/`, and what its page is called. */
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
