import { GanspecError } from '../../src/diagnostics/errors.js';

/** The error that a promise was rejected with, or that a function threw. */
export async function failure(act: () => unknown): Promise<GanspecError> {
  try {
    await act();
  } catch (error) {
    if (error instanceof GanspecError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
