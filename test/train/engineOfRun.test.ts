import { describe, expect, it } from 'vitest';
import type { EngineChoice } from '../../src/engines/choose.js';
import { doubtsAboutEngine, engineOfRun } from '../../src/train/engineOfRun.js';

const chosen: EngineChoice = {
  name: 'tfjs',
  reason: 'tfjs was asked for: tfjs 4.22.0 on the CPU',
  facts: { library: 'tfjs', device: 'CPU' },
};

describe('the engine of a run', () => {
  it('is reported with its threads', () => {
    const [one, four] = [engineOfRun(chosen, 1), engineOfRun(chosen, 4)];
    expect(one.reason).toBe('tfjs was asked for: tfjs 4.22.0 on the CPU, 1 thread');
    expect(four.reason).toBe('tfjs was asked for: tfjs 4.22.0 on the CPU, up to 4 threads');
    expect(four.facts).toEqual({ library: 'tfjs', device: 'CPU', threads: 4 });
  });

  it('has no more threads than it takes', () => {
    const single = { ...chosen, facts: { ...chosen.facts, threads: 1 } };
    expect(engineOfRun(single, 4)).toMatchObject({
      facts: { threads: 1 },
      reason: 'tfjs was asked for: tfjs 4.22.0 on the CPU, 1 thread',
    });
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
