/** Every code ganspec can give: one table per stage, put together here. */
import { checkpointCodes } from './codes/checkpoint.js';
import type { CodeEntry } from './codes/code.js';
import { dataCodes } from './codes/data.js';
import { expandCodes } from './codes/expand.js';
import { limitCodes } from './codes/limits.js';
import { pluginCodes } from './codes/plugins.js';
import { resolveCodes } from './codes/resolve.js';
import { runCodes } from './codes/run.js';
import { schemaCodes } from './codes/schema.js';
import { textCodes } from './codes/text.js';

/** Codes of one stage under the heading they have in `docs/errors.md`. */
export interface CodeStage {
  readonly heading: string;
  readonly codes: Readonly<Record<string, CodeEntry>>;
}

export const codeStages: readonly CodeStage[] = [
  { heading: 'Reading and parsing', codes: textCodes },
  { heading: 'Expressions and blocks', codes: expandCodes },
  { heading: 'Checking against the schema', codes: schemaCodes },
  { heading: 'Working out shapes', codes: resolveCodes },
  { heading: 'Data sets', codes: dataCodes },
  { heading: 'Training and the run folder', codes: runCodes },
  { heading: 'Checkpoints', codes: checkpointCodes },
  { heading: 'Limits', codes: limitCodes },
  { heading: 'Plugins', codes: pluginCodes },
];
