/** The package as built, in a process of its own: `npm run build` comes first. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

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
    const training = loaded();
    await (await gan.prepare({ engine: '${engine}' })).dispose();
    console.log(JSON.stringify({ engines, training, prepared: loaded().length > 0 }));
  })();
`;

describe('the host thread of a training run', () => {
  it.each([
    ['onnx', 'onnxruntime-node'],
    ['tfjs', '@tensorflow/tfjs-backend-cpu'],
  ])('never loads the library of the %s engine; a session in it does', (engine, library) => {
    const options = ['--eval', program(engine, library)];
    const { stdout, stderr } = spawnSync(process.execPath, options, { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({ engines: [engine], training: [], prepared: true });
  });
});
