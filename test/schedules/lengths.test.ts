/** What the fragments of schedules refuse. */
import { describe, expect, it } from 'vitest';
import { renderDiagnostics } from '../../src/diagnostics/render.js';
import { DiagnosticSink } from '../../src/diagnostics/sink.js';
import { parseJson } from '../../src/source/parse.js';
import { validate } from '../../src/language/validate/validate.js';
import { registry } from '../checks/support/complete.js';

/** What there is to say of a spec whose instance noise is this schedule, without the lines of the spec. */
function complaints(schedule: unknown): string {
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
    expect(complaints(schedule)).toBe('');
    for (const length of [0, -5]) {
      expect(complaints({ ...schedule, [key]: length })).toBe(
        `GAN124: ${key} must be at least 1, received ${length}`,
      );
    }
  });

  it('counts steps, epochs or images', () => {
    expect(complaints({ ...line, unit: 'epochs' })).toBe('');
    expect(complaints({ ...line, unit: 'images' })).toBe('');
    expect(complaints({ ...line, unit: 'hours' })).toBe(
      'GAN123: unit must be "steps", "epochs" or "images", received the string "hours"',
    );
  });

  it('has no point before step 0', () => {
    expect(complaints({ type: 'piecewise', points: [{ step: -1, value: 1 }] })).toBe(
      'GAN124: step must be at least 0, received -1',
    );
  });

  it('never grows by steps', () => {
    expect(complaints({ type: 'step', from: 1, factor: 1.5, every: 10 })).toBe(
      'GAN124: factor must be above 0 and at most 1, received 1.5',
    );
  });

  it('is checked inside of a warm-up, too', () => {
    expect(complaints({ type: 'warmUp', steps: 5, to: { ...line, steps: 0 } })).toBe(
      'GAN124: steps must be at least 1, received 0',
    );
  });
});
