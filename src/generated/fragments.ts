// Generated from schema/ by `npm run codegen`; do not edit.
import type { Kind } from '../entries/entry.js';
import type { FragmentSchema } from '../language/schema/fragment.js';
import { schemas as activation } from './activations.js';
import { schemas as dataset } from './datasets.js';
import { schemas as initializer } from './initializers.js';
import { schemas as layer } from './layers.js';
import { schemas as loss } from './losses.js';
import { schemas as metric } from './metrics.js';
import { schemas as optimizer } from './optimizers.js';
import { schemas as penalty } from './penalties.js';
import { schemas as schedule } from './schedules.js';

/** The built-in fragments by kind and type. */
export const fragments: Readonly<Record<Kind, Readonly<Record<string, FragmentSchema>>>> = {
  activation,
  dataset,
  initializer,
  layer,
  loss,
  metric,
  optimizer,
  penalty,
  schedule,
};
