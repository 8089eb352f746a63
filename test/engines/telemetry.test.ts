/** The package as built, in processes of their own: `npm run build` comes first. */
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { packageFolder } from '../../src/packageFolder.js';

/** Runs Node where nothing hides telemetry: outside of CI, with a home and a temporary folder that are new. */
function runAtNewHome(args: readonly string[]): {
  readonly result: SpawnSyncReturns<string>;
  readonly files: readonly string[];
} {
  const home = mkdtempSync(join(tmpdir(), 'home-'));
  const temporary = join(home, 'tmp');
  mkdirSync(temporary);
  const { PATH = '' } = process.env;
  const result = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    cwd: packageFolder,
    env: { PATH, HOME: home, TMPDIR: temporary },
  });
  const files = readdirSync(home, { recursive: true, encoding: 'utf8' });
  return { result, files: files.filter((file) => file !== 'tmp') };
}

/** Prints the sockets of this process at the end, beside those that Node had at the start. */
const countSockets = `
  import { readdirSync, readlinkSync } from 'node:fs';
  const sockets = () => readdirSync('/proc/self/fd').filter((fd) => {
    try { return readlinkSync('/proc/self/fd/' + fd).startsWith('socket:'); } catch { return false; }
  }).length;
  const before = sockets();
  const { createCompiler } = await import('ganspec');
  const gan = createCompiler().compile({ extends: 'ring', training: { batchSize: 8 } });
`;

const hasProc = ((): boolean => {
  try {
    return readlinkSync('/proc/self/exe') !== '';
  } catch {
    return false;
  }
})();

describe('nothing is sent anywhere', () => {
  it('training from the command line leaves no file at home or in the temporary folder', () => {
    const out = join(mkdtempSync(join(tmpdir(), 'run-')), 'ring');
    const main = join(packageFolder, 'dist/cli/main.js');
    const { result, files } = runAtNewHome([main, 'train', 'ring', '--steps', '2', '--out', out]);
    expect(result.status, result.stderr).toBe(0);
    expect(files).toEqual([]);
    const sampled = runAtNewHome([
      main,
      'sample',
      out,
      '--count',
      '4',
      '--out',
      join(out, 'x.npy'),
    ]);
    expect(sampled.result.status, sampled.result.stderr).toBe(0);
    expect(sampled.files).toEqual([]);
  });

  it.runIf(hasProc)('a training run and a session open no socket', () => {
    const program = `${countSockets}
      for await (const event of gan.train({ steps: 2 })) void event;
      const session = await gan.prepare();
      await session.iterate();
      console.log(JSON.stringify([before, sockets()]));
      await session.dispose();`;
    // A file of the package, so that it finds ganspec by its name.
    const file = join(packageFolder, 'dist/countSockets.mjs');
    writeFileSync(file, program);
    const { result, files } = runAtNewHome([file]);
    rmSync(file);
    expect(result.stderr).toBe('');
    const [before, after] = JSON.parse(result.stdout) as readonly number[];
    expect(after).toBe(before);
    expect(files).toEqual([]);
  });

  it('a worker thread of a process that has not opted out is refused the engine', async () => {
    const program = `
      const { parentPort } = require('node:worker_threads');
      import('ganspec').then(async ({ createCompiler }) => {
        const gan = createCompiler().compile({ extends: 'ring' });
        await gan.prepare({ engine: 'onnx' }).catch((error) => parentPort.postMessage(error.message));
      });`;
    const worker = new Worker(program, { eval: true, env: {} });
    const message = await new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => {
        reject(new Error('no message'));
      });
    });
    await worker.terminate();
    expect(message).toBe(
      'the engine onnx does not load: onnxruntime would send telemetry from this worker thread; start the process with ORT_DISABLE_TELEMETRY=1, or set it in process.env of the main thread before the worker starts',
    );
  });
});
