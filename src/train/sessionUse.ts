/** The use of a session by one call at a time. */
import { exitCodes, GanspecError } from '../diagnostics/errors.js';

export class SessionUse {
  #present: { readonly method: string; readonly action: Promise<unknown> } | undefined;
  #isClosed = false;

  /**
   * Runs an action that no other may overlap.
   * @param method The session's method, for messages.
   * @throws GanspecError GAN541 where another action is under way, or where the session is closed.
   */
  async exclusively<T>(method: string, action: () => Promise<T>): Promise<T> {
    this.#refuseClosed(method);
    if (this.#present !== undefined) {
      throw new GanspecError(
        'GAN541',
        exitCodes.usage,
        `${method} was called while ${this.#present.method} of the same session is under way`,
        'Await each call before the next; for work side by side, prepare one session for each.',
      );
    }
    // An action that throws at once is one that fails.
    const present = { method, action: Promise.resolve().then(action) };
    this.#present = present;
    try {
      return await present.action;
    } finally {
      this.#present = undefined;
    }
  }

  #refuseClosed(method: string): void {
    if (!this.#isClosed) return;
    throw new GanspecError(
      'GAN541',
      exitCodes.usage,
      `${method} was called after dispose: the session has freed its engine`,
      'Prepare a new session, or dispose this one later.',
    );
  }

  /** Closes the session, and waits for the action under way. @returns False where it was closed before. */
  async close(): Promise<boolean> {
    const wasOpen = !this.#isClosed;
    this.#isClosed = true;
    // Its caller learns of its failure.
    await this.#present?.action.catch(() => undefined);
    return wasOpen;
  }
}
