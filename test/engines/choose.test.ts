import { describe, expect, it, vi } from 'vitest';
import { chooseEngine, describeEngines } from '../../src/engines/choose.js';

describe('chooseEngine', () => {
  it('takes onnx where nothing is asked for', async () => {
    const { engine, reason } = await chooseEngine('auto');
    expect(engine.name).toBe('onnx');
    expect(reason).toBe('onnx works here and is the fastest: onnxruntime on the CPU');
  });

  it('takes the engine that is asked for', async () => {
    const { engine, reason } = await chooseEngine('tfjs');
    expect(engine.name).toBe('tfjs');
    expect(reason).toBe(
      'tfjs was asked for: TensorFlow.js in plain JavaScript, a hundred times slower',
    );
  });

  describe('without onnxruntime', () => {
    const message = "Cannot find package 'onnxruntime-node'";
    async function fresh() {
      vi.resetModules();
      vi.doMock('../../src/engines/onnx/onnxEngine.js', () => {
        throw new Error(message);
      });
      return import('../../src/engines/choose.js');
    }

    it('falls back to tfjs and says why', async () => {
      const { engine, reason } = await (await fresh()).chooseEngine('auto');
      expect(engine.name).toBe('tfjs');
      expect(reason).toContain('because the engine onnx does not load: ');
      vi.doUnmock('../../src/engines/onnx/onnxEngine.js');
    });

    it('refuses onnx with the way to mend it', async () => {
      await expect((await fresh()).chooseEngine('onnx')).rejects.toMatchObject({
        code: 'GAN522',
        exitCode: 2,
        hint: 'Reinstall with `npm install onnxruntime-node@1.30.0`; its binaries are for Linux (glibc) and Windows on x64 and arm64, and macOS on arm64.',
      });
      vi.doUnmock('../../src/engines/onnx/onnxEngine.js');
    });

    it('is described as not working', async () => {
      const [onnx] = await (await fresh()).describeEngines();
      expect(onnx).toMatchObject({ name: 'onnx', version: '1.30.0', works: false });
      expect(onnx?.fix).toContain('npm install onnxruntime-node@1.30.0');
      vi.doUnmock('../../src/engines/onnx/onnxEngine.js');
    });
  });
});

describe('describeEngines', () => {
  it('tells library, version and state of every engine', async () => {
    expect(await describeEngines()).toEqual([
      {
        name: 'onnx',
        library: 'onnxruntime-node',
        version: '1.30.0',
        works: true,
        detail: 'onnxruntime on the CPU',
      },
      {
        name: 'tfjs',
        library: '@tensorflow/tfjs-backend-cpu',
        version: '4.22.0',
        works: true,
        detail: 'TensorFlow.js in plain JavaScript, a hundred times slower',
      },
    ]);
  });
});
