import type { Kind } from '../registry/entries.js';
import type { Template } from './template.js';
import { activation } from './templates/activation.js';
import { dataset } from './templates/dataset.js';
import { initializer } from './templates/initializer.js';
import { layer } from './templates/layer.js';
import { loss } from './templates/loss.js';
import { optimizer } from './templates/optimizer.js';
import { penalty } from './templates/penalty.js';
import { schedule } from './templates/schedule.js';

/** What a new entry of each kind starts from. */
export const templates: Readonly<Record<Kind, Template>> = {
  layer,
  activation,
  initializer,
  loss,
  penalty,
  optimizer,
  schedule,
  dataset,
};
