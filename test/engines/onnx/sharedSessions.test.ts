import { describe, expect, it } from 'vitest';
import { SharedSessions } from '../../../src/engines/onnx/sharedSessions.js';

/** Sessions whose handles count from 1, of which two idle ones are kept. */
function counted() {
  let made = 0n;
  const freed: bigint[] = [];
  const sessions = new SharedSessions(
    () => (made += 1n),
    (session) => freed.push(session),
    2,
  );
  return {
    use: (model: number, threads = 2) => sessions.use(Uint8Array.of(model), threads),
    freed,
  };
}

describe('sessions shared by model', () => {
  it('makes one session for a model, and another for another number of threads', () => {
    const { use } = counted();
    expect([use(7), use(7), use(7, 1), use(8)].map(({ session }) => session)).toEqual([
      1n,
      1n,
      2n,
      3n,
    ]);
  });

  it('frees no session that has a user left', () => {
    const { use, freed } = counted();
    const [first] = [use(7), use(7)];
    first.release();
    for (const model of [1, 2, 3]) use(model).release();
    expect(freed).toEqual([2n]);
    expect(use(7).session).toBe(1n);
  });

  it('keeps the idle sessions that were used last', () => {
    const { use, freed } = counted();
    for (const model of [1, 2, 1, 3]) use(model).release();
    expect(freed).toEqual([2n]);
    expect([use(1), use(3), use(2)].map(({ session }) => session)).toEqual([1n, 3n, 4n]);
  });
});
