import { describe, expect, it } from 'vitest';
import type { EngineChoice } from '../../src/engines/choose.js';
import { doubtsAboutEngine, withThreads } from '../../src/train/engineOfRun.js';

const chosen: EngineChoice = {
  name: 'tfjs',
  reason: 'tfjs was asked for: tfjs 4.22.0 on the CPU',
  facts: { library: 'tfjs', device: 'CPU' },
};

describe('the engine of a run', () => {
  it('is reported with its threads', () => {
    expect(withThreads(chosen, 1).reason).toBe(
      'tfjs was asked for: tfjs 4.22.0 on the CPU, 1 thread',
    );
    expect(withThreads(chosen, 4).reason).toBe(
      'tfjs was asked for: tfjs 4.22.0 on the CPU, 4 threads',
    );
  });

  it('is a doubt where a better one does not load', () => {
    expect(doubtsAboutEngine(chosen)).toEqual([]);
    const missed = { message: 'the engine onnx does not load: no file', fix: 'Reinstall it.' };
    expect(doubtsAboutEngine({ ...chosen, missed })).toEqual([
      {
        code: 'GAN526',
        message: 'training on the engine tfjs: the engine onnx does not load: no file',
        hint: 'Reinstall it.',
      },
    ]);
  });
});
