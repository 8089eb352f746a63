/** The engines that every conformance suite runs over: all of the list that load here. */
import { describe, it } from 'vitest';
import type { Engine } from '../../src/engines/engine.js';
import { engineList } from '../../src/engines/list.js';

const engines = await Promise.all(
  engineList.map(async ({ name, load }) => {
    try {
      return { name, engine: await load() };
    } catch (error) {
      return { name, reason: String(error).split('\n')[0] ?? '' };
    }
  }),
);

/** Defines the same tests for each engine; one that does not load is skipped, and the reason stands in the output. */
export function onEveryEngine(defineTests: (engine: Engine) => void): void {
  for (const one of engines) {
    describe(one.name, () => {
      if (one.engine) defineTests(one.engine);
      else it(`is skipped, since it does not load: ${one.reason}`, ({ skip }) => skip(one.reason));
    });
  }
}
