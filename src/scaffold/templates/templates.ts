import type { Kind } from '../../entries/entry.js';
import type { Template } from '../template.js';
import { activation } from './activation.js';
import { dataset } from './dataset.js';
import { initializer } from './initializer.js';
import { layer } from './layer.js';
import { loss } from './loss.js';
import { optimizer } from './optimizer.js';
import { penalty } from './penalty.js';
import { schedule } from './schedule.js';

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
