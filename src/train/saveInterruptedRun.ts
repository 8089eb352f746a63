import type { RunFolder } from '../runs/folder.js';
import type { RunStatus } from '../runs/record.js';
import type { Session } from './session.js';

/**
 * Keeps the state and the status of a run that did not reach its end, as far as that is possible. Failures are ignored:
 * the error that ended the run is the one to report.
 * @param session Undefined where the run ended before it had one.
 */
export async function saveInterruptedRun(
  folder: RunFolder,
  session: Session | undefined,
  status: RunStatus,
): Promise<void> {
  try {
    const state = await session?.readState().catch(() => undefined);
    folder.finish(status, state);
  } catch {
    // The disk cannot be written; the error that ended the run is the one to report.
  }
}
