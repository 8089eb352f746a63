/** The state of a run: that of its record, corrected by the life of its process. */
import { textArgument } from '../diagnostics/arguments.js';
import { holderOf } from './lock.js';
import type { RunRecord, RunStatus } from './record.js';
import { readRunRecord } from './savedRun.js';

/** `running` while the process of the run lives; `killed` where it ended without a word. */
export type RunState = RunStatus | 'killed';

/**
 * Reads the record of a run, and looks for its process. One on another machine counts as alive.
 * @throws GanspecError GAN513 where the folder is no run; GAN610, exit code 6, where the record is damaged.
 */
export function readRunState(folder: string): {
  readonly record: RunRecord;
  readonly state: RunState;
} {
  textArgument('folder of readRunState', folder);
  const seen = readRunRecord(folder);
  if (seen.status !== 'running' || holderOf(folder)) return { record: seen, state: seen.status };
  // It may have ended since the record was read.
  const record = readRunRecord(folder);
  return { record, state: record.status === 'running' ? 'killed' : record.status };
}
