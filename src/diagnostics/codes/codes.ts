/** All error codes: one table per stage. */
import { checkpointCodes } from './checkpoint.js';
import type { CodeEntry } from './code.js';
import { dataCodes } from './data.js';
import { expandCodes } from './expand.js';
import { limitCodes } from './limits.js';
import { pluginCodes } from './plugins.js';
import { resolveCodes } from './resolve.js';
import { runCodes } from './run.js';
import { schemaCodes } from './schema.js';
import { textCodes } from './text.js';

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
