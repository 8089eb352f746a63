/** The package as built, in a process of its own: `npm run build` comes first. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

function printed(program: string): unknown {
  const { stdout, stderr } = spawnSync(process.execPath, ['--eval', program], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

/** Trains for one step on an engine, then opens a session on it; prints the files of its library loaded after each. */
const program = (engine: string, library: string): string => `
  const loaded = () =>
    Object.keys(require.cache).filter((file) => file.includes('node_modules/${library}/'));
  (async () => {
    const { createCompiler } = await import('ganspec');
    const gan = createCompiler().compile({ extends: 'ring', training: { batchSize: 8 } });
    const engines = [];
    for await (const event of gan.train({ engine: '${engine}', steps: 1, threads: 1 })) {
      if (event.type === 'start') engines.push(event.engine);
    }
    const training = loaded().length > 0;
    await (await gan.prepare({ engine: '${engine}' })).dispose();
    console.log(JSON.stringify({ engines, training, prepared: loaded().length > 0 }));
  })();
`;

describe('the host thread of a training run', () => {
  it('does not load the library of the tfjs engine; a session in it does', () => {
    expect(printed(program('tfjs', '@tensorflow/tfjs-backend-cpu'))).toEqual({
      engines: ['tfjs'],
      training: false,
      prepared: true,
    });
  });
});

/** Trains a GAN, whose dead units soon have denormal moments, four times in one process; prints SHA-256 of each state. */
const sameRuns = `
  const { createHash } = require('node:crypto');
  const { mkdtempSync, readFileSync } = require('node:fs');
  (async () => {
    const { createCompiler } = await import('ganspec');
    const adam = { type: 'adam', learningRate: 0.05, beta1: 0.5, beta2: 0.5 };
    const hidden = [{ type: 'dense', units: 64 }, 'relu'];
    const gan = createCompiler().compile({
      data: 'ring',
      latent: { dim: 4 },
      generator: { layers: [...hidden, { type: 'dense', units: 2 }] },
      discriminator: { layers: [...hidden, { type: 'dense', units: 1 }] },
      optimizers: { generator: adam, discriminator: adam },
      training: { batchSize: 8, steps: 400 },
      monitor: { sampleEvery: 0 },
    });
    const digest = (bytes) => createHash('sha256').update(bytes).digest('hex');
    const state = async () => {
      const out = mkdtempSync(require('node:os').tmpdir() + '/ganspec-bits-') + '/run';
      for await (const event of gan.train({ out, threads: 1 }));
      return digest(readFileSync(out + '/state.safetensors'));
    };
    const states = [await state(), await state(), ...(await Promise.all([state(), state()]))];
    console.log(JSON.stringify(states));
  })();
`;

it('trains to the same bits the first time, the second time and beside another run', () => {
  const states = printed(sameRuns) as string[];
  expect(states).toHaveLength(4);
  expect(new Set(states).size).toBe(1);
});

/** Three worker threads, each of which ends with an open session whose threads live on; prints the number of those that trained. */
const threadsThatEnd = `
  const { Worker } = require('node:worker_threads');
  process.env.ORT_DISABLE_TELEMETRY = '1';
  const thread = \`import('ganspec').then(async ({ createCompiler }) => {
    const gan = createCompiler().compile({ extends: 'ring', training: { batchSize: 8 } });
    const session = await gan.prepare({ threads: 2 });
    await session.iterate();
    require('node:worker_threads').parentPort.postMessage('trained');
    process.exit();
  })\`;
  (async () => {
    let trained = 0;
    for (let count = 0; count < 3; count += 1) {
      const worker = new Worker(thread, { eval: true });
      worker.on('message', () => (trained += 1));
      await new Promise((ended) => worker.on('exit', ended));
    }
    console.log(JSON.stringify({ trained }));
  })();
`;

it('a process outlives worker threads that leave sessions open', () => {
  expect(printed(threadsThatEnd)).toEqual({ trained: 3 });
});
