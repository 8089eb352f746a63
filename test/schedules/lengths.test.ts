/** Bounds of the lengths, steps and factors in the fragments of schedules. */
import { describe, expect, it } from 'vitest';
import { renderDiagnostics } from '../../src/diagnostics/render.js';
import { DiagnosticSink } from '../../src/diagnostics/sink.js';
import { parseJson } from '../../src/source/parse.js';
import { validate } from '../../src/language/validate/validate.js';
import { registry } from '../checks/support/complete.js';

/** First line of the diagnostics for a spec whose instance noise is this schedule; empty if it is valid. */
function diagnosticOf(schedule: unknown): string {
  const layers = [{ type: 'dense', units: 1 }];
  const training = { instanceNoise: schedule };
  const spec = { data: 'ring', generator: { layers }, discriminator: { layers }, training };
  const { tree } = parseJson(JSON.stringify(spec), 'a.json');
  if (!tree) throw new Error('the spec of this test is JSON');
  const sink = new DiagnosticSink(tree);
  validate(tree, registry, sink);
  return (
    renderDiagnostics(sink.list)
      .replace(/^.*?(error|warning) /, '')
      .split('\n')[0] ?? ''
  );
}

const line = { type: 'linear', from: 1, to: 0, steps: 10 };

describe('a schedule', () => {
  it.each([
    ['steps', line],
    ['steps', { ...line, type: 'cosine' }],
    ['steps', { ...line, type: 'exponential', to: 0.5 }],
    ['steps', { ...line, type: 'cyclic' }],
    ['steps', { type: 'warmUp', to: 1, steps: 10 }],
    ['every', { type: 'step', from: 1, factor: 0.5, every: 10 }],
  ])('has a length "%s" of at least 1: %j', (key, schedule) => {
    expect(diagnosticOf(schedule)).toBe('');
    for (const length of [0, -5]) {
      expect(diagnosticOf({ ...schedule, [key]: length })).toBe(
        `GAN124: ${key} must be at least 1, received ${length}`,
      );
    }
  });

  it('has the unit steps, epochs or images', () => {
    expect(diagnosticOf({ ...line, unit: 'epochs' })).toBe('');
    expect(diagnosticOf({ ...line, unit: 'images' })).toBe('');
    expect(diagnosticOf({ ...line, unit: 'hours' })).toBe(
      'GAN123: unit must be "steps", "epochs" or "images", received the string "hours"',
    );
  });

  it('has no point before step 0', () => {
    expect(diagnosticOf({ type: 'piecewise', points: [{ step: -1, value: 1 }] })).toBe(
      'GAN124: step must be at least 0, received -1',
    );
  });

  it('never grows in steps', () => {
    expect(diagnosticOf({ type: 'step', from: 1, factor: 1.5, every: 10 })).toBe(
      'GAN124: factor must be above 0 and at most 1, received 1.5',
    );
  });

  it('is also checked inside a warm-up', () => {
    expect(diagnosticOf({ type: 'warmUp', steps: 5, to: { ...line, steps: 0 } })).toBe(
      'GAN124: steps must be at least 1, received 0',
    );
  });
});
