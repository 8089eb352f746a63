import { describe, expect, it } from 'vitest';
import type { EventBody } from '../../src/runs/events.js';
import { RunHistory } from '../../src/serve/runHistory.js';

const time = '2026-01-31T23:59:59.123Z';

/** The history of these events. */
function historyOf(...events: readonly EventBody[]): RunHistory {
  const history = new RunHistory();
  // Each body with its time is an event.
  for (const event of events) history.add({ ...event, time });
  return history;
}

const samples = (step: number): EventBody => ({
  type: 'samples',
  step,
  file: `samples/step-${step}.png`,
  count: 1,
});

describe('RunHistory', () => {
  it('goes back with a resumption, which it tells', () => {
    const history = historyOf(samples(10), samples(20), {
      type: 'resume',
      run: null,
      checkpoint: 'checkpoints/step-000010',
      step: 10,
      steps: 30,
      engine: 'onnx',
      engineReason: 'it works here',
    });
    const { samples: kept, happenings } = history.parts();
    expect([history.step, kept]).toEqual([10, [{ step: 10, extension: 'png' }]]);
    expect(happenings.shown).toEqual([
      {
        kind: 'resume',
        step: 10,
        time,
        code: '',
        message: 'the run goes on from checkpoints/step-000010',
      },
    ]);
  });

  it('keeps the newest two hundred warnings and counts the others', () => {
    const warning = (number: number): EventBody => ({
      type: 'warning',
      code: 'GAN552',
      message: String(number),
    });
    const warnings = Array.from({ length: 203 }, (_, index) => warning(index));
    const { happenings } = historyOf(...warnings).parts();
    expect(happenings.omitted).toBe(3);
    expect(happenings.shown).toHaveLength(200);
    expect(happenings.shown[0]?.message).toBe('3');
  });

  it('keeps some of very many files of samples, the newest among them', () => {
    const history = historyOf(...Array.from({ length: 3000 }, (_, index) => samples(index + 1)));
    const { samples: kept } = history.parts();
    expect(kept.length).toBeLessThan(2001);
    expect(kept.at(-1)?.step).toBe(3000);
    expect(history.sampleFileOf(3000)).toBe('samples/step-3000.png');
    expect(history.sampleFileOf(2)).toBe(undefined);
  });
});
