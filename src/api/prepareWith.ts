import type { TensorMap } from '../ir/tensorType.js';
import type { Unfinished } from '../runs/checkpointFacts.js';
import type { Session } from '../train/session.js';
import type { PrepareOptions } from './options.js';

/** A state, and the part of an iteration that was done when it was read. */
export interface ReadState {
  readonly state: TensorMap;
  readonly unfinished?: Unfinished;
}

/** A session with a state that was read before. @throws As `session.restoreState`. */
export async function prepareWith(
  gan: { prepare(options: PrepareOptions): Promise<Session> },
  options: PrepareOptions,
  { state, unfinished }: ReadState,
): Promise<Session> {
  const session = await gan.prepare(options);
  try {
    await session.restoreState(state, unfinished);
  } catch (error) {
    await session.dispose();
    throw error;
  }
  return session;
}
