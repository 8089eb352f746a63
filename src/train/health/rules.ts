/** All rules of health, the most telling first. */
import { explodingScores } from './explodingScores.js';
import { gradientNorms } from './gradientNorms.js';
import { modeCollapse } from './modeCollapse.js';
import { nonFinite } from './nonFinite.js';
import type { HealthRule } from './rule.js';
import { saturation } from './saturation.js';
import { stalledLoss } from './stalledLoss.js';

export const healthRules: readonly HealthRule[] = [
  nonFinite,
  explodingScores,
  gradientNorms,
  saturation,
  modeCollapse,
  stalledLoss,
];
