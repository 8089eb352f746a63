/** A compiled folder behind a web server, loaded by its address as in a browser. */
import '@tensorflow/tfjs-backend-cpu';
import { createServer } from 'node:http';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import { setBackend, zeros, type Tensor } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { createCompiler } from '../../src/index.js';

it('is loaded by tf.loadGraphModel from a web server', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ganspec-served-'));
  const compiler = createCompiler();
  await compiler.compile(compiler.read('ring')).compileTo(folder);
  const server = createServer((request, response) => {
    const content = readFileSync(join(folder, request.url ?? ''));
    response.setHeader('Content-Length', content.length).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await setBackend('cpu');
    const { port } = server.address() as AddressInfo; // a server on a port, not on a pipe
    const model = await loadGraphModel(`http://127.0.0.1:${port}/generator/model.json`);
    for (const count of [1, 3]) {
      const samples = model.predict(zeros([count, 2])) as Tensor; // the model has one result
      expect(samples.shape).toEqual([count, 2]);
      // Biases start at zero.
      expect([...samples.dataSync()]).toEqual(Array(2 * count).fill(0));
    }
    expect(() => model.predict(zeros([3, 17]))).toThrow(
      "The shape of dict['latent'] provided in model.execute(dict) must be [-1,2], but was [3,17]",
    );
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
});
