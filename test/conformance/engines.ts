/** The engines that every conformance suite runs over: all of the list that load here. */
import { describe, it } from 'vitest';
import type { Engine } from '../../src/engines/engine.js';
import { engineList } from '../../src/engines/list.js';

/** Names of engines that must load, so that they are not skipped unseen. */
const demanded = (process.env['GANSPEC_TEST_ENGINES'] ?? '').split(',');

const engines = await Promise.all(
  engineList.map(async ({ name, load }) => {
    try {
      return { name, engine: await load() };
    } catch (error) {
      if (demanded.includes(name)) throw error;
      const [reason = ''] = String(error).split('\n');
      // Not every reporter prints the reason of a skipped test.
      console.warn(`the engine ${name} is skipped: ${reason}`);
      return { name, reason };
    }
  }),
);

/** The names of the engines that load here. */
export const loadedEngines = engines.flatMap(({ name, engine }) => (engine ? [name] : []));

/** Defines the same tests for each engine; one that does not load is skipped with its reason in the output. */
export function onEveryEngine(defineTests: (engine: Engine) => void): void {
  for (const one of engines) {
    describe(one.name, () => {
      if (one.engine) defineTests(one.engine);
      else it('does not load here', ({ skip }) => skip(one.reason));
    });
  }
}
