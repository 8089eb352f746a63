/** Sessions of onnxruntime by their models: all that run one model share its session, and idle ones are kept for a while. */
import { createHash } from 'node:crypto';
import type { Handle } from './runtimeLibrary.js';

interface SharedSession {
  readonly session: Handle;
  users: number;
}

export class SharedSessions {
  /** By model and threads, the least recently used first. */
  readonly #sessions = new Map<string, SharedSession>();

  /** @param mostIdle The number of sessions without users that are kept. */
  constructor(
    private readonly make: (model: Uint8Array, threads: number | undefined) => Handle,
    private readonly free: (session: Handle) => void,
    private readonly mostIdle: number,
  ) {}

  /** The session of a model, made at need. @returns It, and the function to call once it is not needed any more. */
  use(model: Uint8Array, threads: number | undefined): { session: Handle; release: () => void } {
    const key = `${threads ?? 'all'} ${createHash('sha256').update(model).digest('hex')}`;
    const shared = this.#sessions.get(key) ?? { session: this.make(model, threads), users: 0 };
    shared.users += 1;
    this.#touch(key, shared);
    const release = (): void => {
      shared.users -= 1;
      this.#touch(key, shared);
      this.#freeOldest();
    };
    return { session: shared.session, release };
  }

  #touch(key: string, shared: SharedSession): void {
    this.#sessions.delete(key);
    this.#sessions.set(key, shared);
  }

  #freeOldest(): void {
    const idle = [...this.#sessions].filter(([, { users }]) => users === 0);
    for (const [key, { session }] of idle.slice(0, Math.max(0, idle.length - this.mostIdle))) {
      this.#sessions.delete(key);
      this.free(session);
    }
  }
}
