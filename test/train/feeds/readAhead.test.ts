/** Batches are read while the engine works. */
import { describe, expect, it } from 'vitest';
import { tfjsEngine } from '../../../src/engines/tfjs/tfjsEngine.js';
import { createCompiler, type LoadedDataset, type GanSpec } from '../../../src/index.js';
import { buildProgram } from '../../../src/program/buildProgram.js';
import { createBatches } from '../../../src/train/feeds/batches.js';
import { createExecutor, type Executor } from '../../../src/train/executor/executor.js';
import { Session } from '../../../src/train/session.js';
import { tinySpec } from '../../program/tinyGan.js';

/** Eight points: sample i is (i, 0). */
function points(onRead: () => void): LoadedDataset {
  return {
    shape: [2],
    range: null,
    count: 8,
    classes: null,
    read: (indices, out) => {
      onRead();
      for (let row = 0; row < indices.length; row += 1) out.set([indices[row] ?? 0, 0], 2 * row);
    },
  };
}

/** A session on points, with a log of reads and runs in their order and the batches that the engine was given. */
async function logged(changes: Partial<GanSpec> = {}, onRead: () => void = () => undefined) {
  const compiler = createCompiler();
  const { resolved } = compiler.compile(tinySpec(changes));
  const built = buildProgram(resolved, compiler.registry, (graph) => graph);
  const executor = await createExecutor(built.program, tfjsEngine, 1);
  const log: string[] = [];
  const given: (readonly [string, readonly number[]])[] = [];
  const slow: Executor = {
    ...executor,
    run: async (graph, run, feeds) => {
      const real = feeds.get('real');
      if (real) given.push([graph, [...real.data]]);
      log.push(`${graph} begins`);
      const result = await executor.run(graph, run, feeds);
      await new Promise((resolve) => setTimeout(resolve, 1));
      log.push(`${graph} ends`);
      return result;
    },
  };
  const dataset = points(() => {
    log.push('read');
    onRead();
  });
  const session = new Session(built, slow, {
    seed: 1,
    openDataset: () => Promise.resolve(dataset),
  });
  return { session, log, given };
}

describe('the next batch', () => {
  it('is read while the engine computes, and not again when it is needed', async () => {
    const { session, log } = await logged();
    await session.run('discriminator');
    await session.run('discriminator');
    expect(log).toEqual([
      'read',
      'discriminator begins',
      'read',
      'discriminator ends',
      'discriminator begins',
      'read',
      'discriminator ends',
    ]);
    await session.dispose();
  });

  it('is the one that would have been read later, over epochs and several streams', async () => {
    // A relativistic loss compares with real samples in the step of the generator as well.
    const { session, given } = await logged({
      loss: 'relativistic',
      training: { discriminatorSteps: 2 },
    });
    for (let iteration = 0; iteration < 5; iteration += 1) await session.iterate();
    const plain = createBatches(
      points(() => undefined),
      2,
      1,
    );
    for (const stream of ['discriminator', 'generator']) {
      const found = given.filter(([graph]) => graph === stream).map(([, real]) => real);
      expect(found).toHaveLength(stream === 'discriminator' ? 10 : 5);
      expect(found).toEqual(
        found.map((_real, index) => [...plain({ stream, index, field: 'samples' }).data]),
      );
    }
    await session.dispose();
  });

  it('is read once where updates repeat it', async () => {
    const { session, log } = await logged({
      training: { discriminatorSteps: 3, realBatches: 'repeated' },
    });
    for (let run = 0; run < 6; run += 1) await session.run('discriminator');
    // The first, the second during the third run, the third during the sixth.
    expect(log.filter((line) => line === 'read')).toHaveLength(3);
    await session.dispose();
  });

  it('is another one after the state of another run was written', async () => {
    const { session, given } = await logged();
    await session.run('discriminator');
    const state = await session.readState();
    await session.run('discriminator');
    await session.run('discriminator');
    await session.writeState(state);
    await session.run('discriminator');
    expect(given.at(-1)).toEqual(given[1]);
    await session.dispose();
  });

  it('that cannot be read fails the run that needs it, and no earlier one', async () => {
    let reads = 0;
    let broken = false;
    const { session, log } = await logged({}, () => {
      reads += 1;
      if (reads === 2) broken = true;
      if (broken) throw new Error('the disk is gone');
    });
    await session.run('discriminator');
    expect(log.at(-1)).toBe('discriminator ends');
    await expect(session.run('discriminator')).rejects.toThrow('the disk is gone');
    broken = false;
    expect(await session.run('discriminator')).toHaveProperty('realScore');
    const counter = (await session.readState()).get('training/updates/discriminator');
    expect([...(counter?.data ?? [])]).toEqual([2]);
    await session.dispose();
  });
});
