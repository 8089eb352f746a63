/** All rules of health, the most telling first. */
import { explodingScores } from './explodingScores.js';
import { nonFinite } from './nonFinite.js';
import type { HealthRule } from './rule.js';

export const healthRules: readonly HealthRule[] = [nonFinite, explodingScores];
