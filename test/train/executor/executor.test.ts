import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engines/engine.js';
import { tfjsEngine } from '../../../src/engines/tfjs/tfjsEngine.js';
import type { Program, TensorMap } from '../../../src/index.js';
import { drawInto } from '../../../src/random/draw.js';
import { createExecutor } from '../../../src/train/executor/executor.js';
import { compileTiny } from '../../program/tinyGan.js';

const { program } = compileTiny({
  generator: {
    layers: [{ type: 'dense', units: 2, kernelInitializer: { type: 'randomNormal', stddev: 0.5 } }],
  },
  training: { ema: {} },
});

function drawn(length: number, stream: string, stddev: number): number[] {
  const out = new Float32Array(length);
  const normal = { kind: 'normal', mean: 0, stddev } as const;
  drawInto(out, normal, [length], { seed: 3, stream, step: 0 });
  return [...out];
}

function numbers(state: TensorMap, name: string): number[] {
  return [...(state.get(name)?.data ?? [])];
}

describe('an executor', () => {
  it('draws first values from streams named after the state, and copies averages from them', async () => {
    const executor = await createExecutor(program, tfjsEngine, 3);
    const state = await executor.readState();
    const name = 'generator/dense_0/kernel';
    expect(numbers(state, name)).toEqual(drawn(2, `initial/${name}`, 0.5));
    expect(numbers(state, `ema/${name}`)).toEqual(numbers(state, name));
    expect(numbers(state, 'generator/dense_0/bias')).toEqual([0, 0]);
    await executor.dispose();
  });

  it('draws latents from the stream of the graph and the update', async () => {
    const executor = await createExecutor(program, tfjsEngine, 3);
    const latent = drawn(2, 'sample/latent', 1);
    const fed = {
      dtype: 'float32',
      shape: [2, 1],
      data: Float32Array.from(latent),
    } as const;
    const given = await executor.run('sample', 0, new Map([['latent', fed]]));
    const own = await executor.run('sample', 0, new Map());
    const next = await executor.run('sample', 1, new Map());
    expect(own.results).toEqual(given.results);
    expect(next.results).not.toEqual(own.results);
    await executor.dispose();
  });

  it('scores samples', async () => {
    const executor = await createExecutor(program, tfjsEngine, 3);
    const kernel = 'discriminator/dense_0/kernel';
    const shape = { dtype: 'float32', shape: [2, 1] } as const;
    await executor.writeState(new Map([[kernel, { ...shape, data: Float32Array.of(1, 10) }]]));
    const real = { dtype: 'float32', shape: [2, 2], data: Float32Array.of(1, 2, 3, 4) } as const;
    const { results } = await executor.run('score', 0, new Map([['real', real]]));
    expect(numbers(results, 'scores')).toEqual([21, 43]);
    await executor.dispose();
  });

  it('refuses a run without its batch', async () => {
    const executor = await createExecutor(program, tfjsEngine, 3);
    await expect(executor.run('score', 0, new Map())).rejects.toThrow(
      'input real of graph score was not given',
    );
    await executor.dispose();
  });

  it('refuses a copy of a tensor that has no value yet', async () => {
    const backwards: Program = { ...program, state: [...program.state].reverse() };
    await expect(createExecutor(backwards, tfjsEngine, 3)).rejects.toThrow(
      'ema/generator/dense_0/bias copies generator/dense_0/bias, which is unknown',
    );
  });

  it('takes the failure of a graph that has run before for one of the engine', async () => {
    let runs = 0;
    const failing: Engine = {
      prepare: async (graphs, options) => {
        const session = await tfjsEngine.prepare(graphs, options);
        const run = session.run.bind(session);
        session.run = (name, feeds) => {
          runs += 1;
          return runs % 2 === 0 ? Promise.reject(new Error('lost')) : run(name, feeds);
        };
        return session;
      },
    };
    const executor = await createExecutor(program, failing, 3);
    await executor.run('sample', 0, new Map());
    await expect(executor.run('sample', 1, new Map())).rejects.toMatchObject({
      code: 'GAN529',
      exitCode: 1,
      message: 'the engine failed in the graph "sample", which it had run before: lost',
    });
    await executor.dispose();
    runs = 1;
    const fresh = await createExecutor(program, failing, 3);
    await expect(fresh.run('sample', 0, new Map())).rejects.toThrow(/^lost$/);
    await fresh.dispose();
  });
});
