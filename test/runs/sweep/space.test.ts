import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { messageOf } from '../../../src/diagnostics/errors.js';
import {
  drawSettings,
  readSpace,
  settingsAsSet,
  type SearchSpace,
} from '../../../src/runs/sweep/space.js';

const folder = mkdtempSync(join(tmpdir(), 'ganspec-space-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The values of a place over 2,000 trials. */
function drawn(space: SearchSpace[string]): unknown[] {
  return Array.from({ length: 2000 }, (_, i) => drawSettings({ place: space }, 7, i + 1)['place']);
}

describe('values of trials', () => {
  it('lie evenly between their bounds', () => {
    const values = drawn({ min: -1, max: 3 }) as number[];
    expect(Math.min(...values)).toBeGreaterThanOrEqual(-1);
    expect(Math.max(...values)).toBeLessThan(3);
    // Four standard errors of the mean of a uniform distribution of width 4: 4 · 4 / √12 / √2000.
    const mean = values.reduce((sum, value) => sum + value, 0) / 2000;
    expect(Math.abs(mean - 1)).toBeLessThan(0.104);
  });

  it('lie evenly in their logarithm', () => {
    const values = drawn({ min: 1e-5, max: 1e-1, scale: 'log' }) as number[];
    // A decade has a quarter of them: 500, with a standard deviation of √(2000 · ¼ · ¾) = 19.4.
    for (const decade of [1e-5, 1e-4, 1e-3, 1e-2]) {
      const inside = values.filter((value) => value >= decade && value < 10 * decade);
      expect(Math.abs(inside.length - 500)).toBeLessThan(4 * 19.4);
    }
  });

  it('are whole where that is asked for, the bounds as often as the others', () => {
    const values = drawn({ min: 1, max: 4, whole: true }) as number[];
    for (const whole of [1, 2, 3, 4]) {
      const count = values.filter((value) => value === whole).length;
      expect(Math.abs(count - 500)).toBeLessThan(4 * 19.4);
    }
  });

  it('are those of a list', () => {
    expect(new Set(drawn(['relu', 'elu', null]))).toEqual(new Set(['relu', 'elu', null]));
  });

  it('depend on seed, trial and place alone', () => {
    const space = { a: { min: 0, max: 1 }, b: { min: 0, max: 1 } };
    const settings = drawSettings(space, 7, 3);
    expect(drawSettings({ b: space.b }, 7, 3)).toEqual({ b: settings['b'] });
    expect(settings['a']).not.toBe(settings['b']);
    expect(drawSettings(space, 8, 3)).not.toEqual(settings);
    expect(drawSettings(space, 7, 4)).not.toEqual(settings);
  });

  it('are written as --set takes them', () => {
    const settings = {
      'loss.type': 'hinge',
      'training.batchSize': 32,
      penalties: [{ type: 'r1' }],
    };
    expect(settingsAsSet(settings)).toEqual([
      'loss.type="hinge"',
      'training.batchSize=32',
      'penalties=[{"type":"r1"}]',
    ]);
  });
});

const range = (changes: object): object => ({ place: { min: 1, max: 2, ...changes } });

describe('a malformed space', () => {
  it.each<[string, unknown, string]>([
    ['text.json', '{"a": [1,}', 'text.json:1:10: no search space: expected a value, found "}"'],
    ['list.json', [1, 2], 'list.json: no search space: it holds no places'],
    ['empty.json', {}, 'no search space: it holds no places'],
    ['none.json', { place: [] }, '/place must NOT have fewer than 1 items'],
    ['number.json', { place: 3 }, '/place must be object'],
    ['order.json', range({ max: 1 }), 'place: min is 1, not below max, 1'],
    ['log.json', range({ min: 0, scale: 'log' }), 'place: min is 0, which has no logarithm'],
    ['whole.json', range({ max: 2.5, whole: true }), 'whole numbers are whole themselves'],
    ['word.json', range({ step: 1 }), '/place must NOT have additional properties'],
  ])('in %s is told', (file, content, message) => {
    const path = join(folder, file);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    expect(() => readSpace(path)).toThrow(message);
    expect(() => readSpace(path)).toThrow(expect.objectContaining({ code: 'GAN527', exitCode: 2 }));
  });

  it('that is missing is told', () => {
    try {
      readSpace(join(folder, 'missing.json'));
      expect.unreachable();
    } catch (error) {
      expect(messageOf(error)).toContain('missing.json: no search space: ENOENT');
    }
  });
});
