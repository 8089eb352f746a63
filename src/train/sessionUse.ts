/** The use of a session by one call at a time. */
import { exitCodes, GanspecError } from '../diagnostics/errors.js';

export class SessionUse {
  #present: string | undefined;
  #isClosed = false;

  /**
   * Runs an action that no other may overlap.
   * @param method The session's method, for messages.
   * @throws GanspecError GAN541 where another action is under way, or where the session is closed.
   */
  async exclusively<T>(method: string, action: () => Promise<T>): Promise<T> {
    this.refuseClosed(method);
    if (this.#present !== undefined) {
      throw new GanspecError(
        'GAN541',
        exitCodes.usage,
        `${method} was called while ${this.#present} of the same session is under way`,
        'Await each call before the next; for work side by side, prepare one session for each.',
      );
    }
    this.#present = method;
    try {
      return await action();
    } finally {
      this.#present = undefined;
    }
  }

  /** @throws GanspecError GAN541 where the session is closed. */
  refuseClosed(method: string): void {
    if (!this.#isClosed) return;
    throw new GanspecError(
      'GAN541',
      exitCodes.usage,
      `${method} was called after dispose: the session has freed its engine`,
      'Prepare a new session, or dispose this one later.',
    );
  }

  /** @returns False where the session was closed before. */
  close(): boolean {
    const wasOpen = !this.#isClosed;
    this.#isClosed = true;
    return wasOpen;
  }
}
