import { availableParallelism } from 'node:os';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { chooseEngine, describeEngines } from '../../src/engines/choose.js';
import { engineList } from '../../src/engines/list.js';

describe('chooseEngine', () => {
  it('takes onnx by default', async () => {
    expect(await chooseEngine('auto')).toMatchObject({
      name: 'onnx',
      reason: expect.stringMatching(
        /^onnx works here and is the fastest: onnxruntime-node 1\.30\.0 in .*onnxruntime-node on the CPU$/,
      ) as string,
      facts: { library: 'onnxruntime-node', version: '1.30.0', device: 'CPU' },
    });
  });

  it('takes the engine that is asked for', async () => {
    expect(await chooseEngine('tfjs')).toMatchObject({
      name: 'tfjs',
      reason: expect.stringMatching(
        /^tfjs was asked for: @tensorflow\/tfjs-backend-cpu 4\.22\.0 in .*tfjs-backend-cpu on the CPU$/,
      ) as string,
    });
  });

  it('refuses a name that is not in the list', async () => {
    // Programs in JavaScript may ask for any name.
    await expect(chooseEngine('cuda' as 'onnx')).rejects.toMatchObject({
      code: 'GAN522',
      exitCode: 2,
      message: 'there is no engine named "cuda"',
      hint: `Engines: auto, ${engineList.map(({ name }) => name).join(', ')}.`,
    });
  });

  it('says why it does not take a GPU whose driver is there', async () => {
    vi.resetModules();
    vi.stubEnv('GANSPEC_TENSORFLOW', '/nowhere');
    vi.doMock('../../src/engines/mayHaveGpu.js', () => ({ mayHaveGpu: () => true }));
    try {
      const { chooseEngine: choose } = await import('../../src/engines/choose.js');
      const { name, reason, missed } = await choose('auto');
      expect(name).toBe('onnx');
      expect(reason).toContain(
        'onnx, because there is the driver of a GPU, but the library /nowhere',
      );
      expect(missed).toEqual({
        message: expect.stringMatching(
          /^there is the driver of a GPU, but the library \/nowhere of GANSPEC_TENSORFLOW is no file/,
        ) as string,
        fix: 'Set GANSPEC_TENSORFLOW to the folder of another one, or unset it and install one with `ganspec engine install tensorflow --gpu`.',
      });
    } finally {
      vi.unstubAllEnvs();
      vi.doUnmock('../../src/engines/mayHaveGpu.js');
    }
  });

  it('tells the device that the engine was made for and does not find', async () => {
    vi.resetModules();
    const { tfjsEngine } = await import('../../src/engines/tfjs/tfjsEngine.js');
    const missed = { message: 'there is no GPU', fix: 'Buy one.' };
    vi.doMock('../../src/engines/tensorflow/tensorflowEngine.js', () => ({
      tensorflowEngine: () => ({ ...tfjsEngine, missed }),
    }));
    try {
      const { chooseEngine: choose } = await import('../../src/engines/choose.js');
      expect(await choose('tensorflow')).toMatchObject({ name: 'tensorflow', missed });
    } finally {
      vi.doUnmock('../../src/engines/tensorflow/tensorflowEngine.js');
    }
  });

  describe('without onnxruntime', () => {
    async function fresh() {
      vi.resetModules();
      vi.stubEnv('GANSPEC_TENSORFLOW', '/nowhere');
      vi.doMock('../../src/engines/onnx/onnxEngine.js', () => {
        throw new Error("Cannot find package 'onnxruntime-node'");
      });
      return import('../../src/engines/choose.js');
    }
    afterEach(() => {
      vi.unstubAllEnvs();
      vi.doUnmock('../../src/engines/onnx/onnxEngine.js');
    });

    it('falls back to the next engine of the list and says why', async () => {
      const { name, reason, missed } = await (await fresh()).chooseEngine('auto');
      expect(name).toBe('tfjs');
      expect(reason).toContain('because the engine onnx does not load: ');
      expect(missed?.message).toMatch(/^the engine onnx does not load: /);
      expect(missed?.fix).toContain('npm install onnxruntime-node@1.30.0');
    });

    it('refuses onnx with the fix', async () => {
      await expect((await fresh()).chooseEngine('onnx')).rejects.toMatchObject({
        code: 'GAN522',
        exitCode: 2,
        hint: 'Reinstall with `npm install onnxruntime-node@1.30.0 koffi@3.3.4`; their binaries are for Linux (glibc) and Windows on x64 and arm64, and macOS on arm64.',
      });
    });

    it('is described as not working', async () => {
      const [onnx] = await (await fresh()).describeEngines();
      expect(onnx).toMatchObject({ name: 'onnx', version: '1.30.0', works: false });
      expect(onnx?.fix).toContain('npm install onnxruntime-node@1.30.0');
    });
  });
});

describe('describeEngines', () => {
  it('reports library, version and state of every engine of the list', async () => {
    const reports = await describeEngines();
    expect(reports.map(({ name }) => name)).toEqual(engineList.map(({ name }) => name));
    expect(reports).toEqual(
      expect.arrayContaining([
        {
          name: 'onnx',
          library: 'onnxruntime-node',
          version: '1.30.0',
          place: expect.stringMatching(/^in .*node_modules.onnxruntime-node$/) as unknown,
          device: 'CPU',
          threads: availableParallelism(),
          works: true,
          milliseconds: expect.any(Number) as unknown,
          detail: 'onnxruntime on the CPU',
        },
        {
          name: 'tfjs',
          library: '@tensorflow/tfjs-backend-cpu',
          version: '4.22.0',
          place: expect.stringMatching(
            /^in .*node_modules.@tensorflow.tfjs-backend-cpu$/,
          ) as unknown,
          device: 'CPU',
          threads: 1,
          works: true,
          milliseconds: expect.any(Number) as unknown,
          detail: 'TensorFlow.js in plain JavaScript, a hundred times slower',
        },
      ]),
    );
  });
});
