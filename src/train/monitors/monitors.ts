/** All monitors, in the order in which their hooks are called. */
import { announce } from './announce.js';
import { checkpoint } from './checkpoint.js';
import { end } from './end.js';
import { fallBack } from './fallBack.js';
import { health } from './health.js';
import { evaluation } from './evaluation.js';
import { log } from './log.js';
import type { OpenMonitor } from './monitor.js';
import { events } from './events.js';
import { progress } from './progress.js';
import { samples } from './samples.js';

export const monitors: readonly OpenMonitor[] = [
  events,
  announce,
  fallBack,
  health,
  log,
  progress,
  samples,
  evaluation,
  checkpoint,
  end,
];
