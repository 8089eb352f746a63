/** Memory of a batch on its way from the data set to the engine. */
import { describe, expect, it } from 'vitest';
import { tfjsEngine } from '../../../src/engines/tfjs/tfjsEngine.js';
import type { Engine } from '../../../src/engines/engine.js';
import { createCompiler, type GanSpec, type TensorMap } from '../../../src/index.js';
import { buildProgram } from '../../../src/program/buildProgram.js';
import { createExecutor, type Executor } from '../../../src/train/executor/executor.js';
import { Session } from '../../../src/train/session.js';
import { tinySpec } from '../../program/tinyGan.js';

/** A session in this thread that notes the arrays which the data set fills and those which the engine gets. */
async function watched(training: GanSpec['training'] = {}) {
  const compiler = createCompiler();
  const { resolved } = compiler.compile(tinySpec({ training }));
  const built = buildProgram(resolved, compiler.registry, (graph) => graph);
  const filled: Float32Array[] = [];
  const fed: TensorMap[] = [];
  const spent: boolean[] = [];
  const engine: Engine = {
    ...tfjsEngine,
    prepare: async (graphs) => {
      const session = await tfjsEngine.prepare(graphs);
      return {
        run: (graph, feeds) => {
          fed.push(feeds);
          return session.run(graph, feeds);
        },
        readState: () => session.readState(),
        writeState: (state) => session.writeState(state),
        dispose: () => session.dispose(),
      };
    },
  };
  const executor = await createExecutor(built.program, engine, 1);
  const noting: Executor = {
    ...executor,
    run: (graph, run, feeds, names) => {
      if (feeds.has('real')) spent.push(names?.has('real') ?? false);
      return executor.run(graph, run, feeds);
    },
  };
  const session = new Session(built, noting, {
    seed: 1,
    openDataset: () =>
      Promise.resolve({
        shape: [2],
        range: null,
        count: 8,
        classes: null,
        read: (_, out) => {
          filled.push(out);
        },
      }),
  });
  return { session, filled, fed, spent };
}

describe('a batch', () => {
  it('reaches an engine of the same thread in the memory that the data set has filled', async () => {
    const { session, filled, fed } = await watched();
    await session.run('discriminator');
    await session.run('discriminator');
    expect(fed[0]?.get('real')?.data).toBe(filled[0]);
    expect(fed[1]?.get('real')?.data).toBe(filled[1]);
    await session.dispose();
  });

  it('is handed over with its last run', async () => {
    const { session, filled, fed, spent } = await watched({
      discriminatorSteps: 3,
      realBatches: 'repeated',
    });
    for (let run = 0; run < 6; run += 1) await session.run('discriminator');
    expect(spent).toEqual([false, false, true, false, false, true]);
    const read = fed.map((feeds) => filled.findIndex((batch) => batch === feeds.get('real')?.data));
    expect(read).toEqual([0, 0, 0, 1, 1, 1]);
    await session.dispose();
  });

  it('that the caller gives as an array of the declared type is neither copied nor handed over', async () => {
    const { session, fed, spent } = await watched();
    const real = Float32Array.of(1, 2, 3, 4);
    await session.run('discriminator', { real });
    expect(fed[0]?.get('real')?.data).toBe(real);
    expect(spent).toEqual([false]);
    await session.dispose();
  });
});
