import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { durationText } from '../../src/cli/pace.js';
import { createProgress } from '../../src/cli/progress.js';
import type { EventBody } from '../../src/runs/events.js';

const step = (number: number): EventBody => ({
  type: 'step',
  step: number,
  metrics: { discriminatorLoss: 1.38629, generatorLoss: 0.7 },
  samples: 640,
  imagesPerSecond: 159.4,
});

const run: readonly EventBody[] = [
  {
    type: 'start',
    name: 'ring',
    run: '/runs/ring/1',
    engine: 'onnx',
    engineReason: 'it works here',
    steps: 30,
    batchSize: 64,
    seed: 7,
    noun: 'images',
  },
  { type: 'warning', code: 'GAN410', message: '2 of 9 images left out', hint: 'Repair them.' },
  step(10),
  step(20),
  { type: 'samples', step: 20, file: 'samples/step-000020.png', count: 64 },
  {
    type: 'end',
    run: '/runs/ring/1',
    steps: 20,
    imagesPerSecond: 4.25,
    metrics: { discriminatorLoss: 1.25 },
    status: 'interrupted',
  },
];

function printed(isTTY: boolean, events = run): string {
  let text = '';
  const write = (part: string): void => {
    text += part;
  };
  const { show } = createProgress({ isTTY, columns: 200, write });
  for (const event of events) {
    show({ time: new Date().toISOString(), ...event });
    vi.advanceTimersByTime(60_000);
  }
  return text;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('createProgress', () => {
  it('counts a single step and a single sample in the singular', () => {
    const events: readonly EventBody[] = run.flatMap((event): readonly EventBody[] => {
      if (event.type === 'start' || event.type === 'end') return [{ ...event, steps: 1 }];
      if (event.type === 'step') return [{ ...event, step: 1, samples: 1 }];
      return event.type === 'samples' ? [{ ...event, step: 1, count: 1 }] : [];
    });
    expect(printed(false, events))
      .toBe(`training ring: 1 step, batch 64, seed 7, engine onnx (it works here)
step 1/1  159 images/s  discriminatorLoss 1.386  generatorLoss 0.7000  of 1 sample
step 1/1  159 images/s  discriminatorLoss 1.386  generatorLoss 0.7000  of 1 sample
step 1: 1 sample in samples/step-000020.png
interrupted after 1 step  discriminatorLoss 1.250  4.3 images/s over the whole run
to go on: ganspec resume /runs/ring/1
`);
  });

  it('prints plain lines without a terminal', () => {
    expect(printed(false)).toBe(
      `training ring: 30 steps, batch 64, seed 7, engine onnx (it works here)
warning GAN410: 2 of 9 images left out
  hint: Repair them.
step 10/30  159 images/s  discriminatorLoss 1.386  generatorLoss 0.7000  mean over 640 images
step 20/30  ETA 1 min 00 s  159 images/s  discriminatorLoss 1.386  generatorLoss 0.7000  mean over 640 images
step 20: 64 samples in samples/step-000020.png
interrupted after 20 steps  discriminatorLoss 1.250  4.3 images/s over the whole run
to go on: ganspec resume /runs/ring/1
`,
    );
  });

  it('makes control characters in file names visible', () => {
    const hint = 'Mend \u001b[2Jit.';
    const warning = { type: 'warning', code: 'GAN410', message: 'a\u001b\n.png', hint } as const;
    const samples = { type: 'samples', step: 1, file: 'b\u009b.png', count: 4 } as const;
    expect(printed(false, [warning, samples])).toBe(
      `warning GAN410: a\\x1b\\x0a.png
  hint: Mend \\x1b[2Jit.
step 1: 4 samples in b\\x9b.png
`,
    );
  });

  it('rewrites one line on a terminal, and clears it at the end', () => {
    const lines = printed(true).split('\r\u001b[K');
    expect(lines[1]).toBe(
      'training ring: 30 steps, batch 64, seed 7, engine onnx (it works here)\n',
    );
    expect(lines.filter((line) => line.startsWith('step 20/30'))).toHaveLength(2);
    expect(lines.at(-1)).toBe(
      'interrupted after 20 steps  discriminatorLoss 1.250  4.3 images/s over the whole run\n' +
        'to go on: ganspec resume /runs/ring/1\n',
    );
  });
});

describe('between two lines of the log', () => {
  const between: readonly EventBody[] = [
    run[0] as EventBody,
    step(10),
    { type: 'progress', step: 15 },
  ];

  it('the live line has the present rate, and the losses with the step of their line', () => {
    expect(printed(true, between).split('\r\u001b[K').at(-1)).toBe(
      'step 15/30  ETA 3 min 00 s  5.3 images/s  at step 10: discriminatorLoss 1.386  generatorLoss 0.7000',
    );
  });

  it('the rate is that of the last half minute, of a resumed run too', () => {
    const resume: EventBody = {
      type: 'resume',
      step: 100,
      steps: 1000,
      checkpoint: 'step-100',
      run: '/runs/ring/1',
      engine: 'onnx',
      engineReason: 'it works here',
      noun: 'rows',
    };
    const progress = (step: number): EventBody => ({ type: 'progress', step });
    // A minute lies between two events: 300 iterations of 64 rows in the last one.
    const events = [resume, step(110), progress(120), progress(420)];
    expect(printed(true, events).split('\r\u001b[K').at(-1)).toBe(
      'step 420/1000  ETA 1 min 56 s  320 rows/s  at step 110: discriminatorLoss 1.386  generatorLoss 0.7000',
    );
  });

  it('nothing is said without a terminal', () => {
    expect(printed(false, between)).not.toContain('step 15');
  });
});

it.each([
  [0.4, '0 s'],
  [59.6, '1 min 00 s'],
  [725, '12 min 05 s'],
  [11_220, '3 h 07 min'],
])('shows %d seconds as %s', (seconds, text) => {
  expect(durationText(seconds)).toBe(text);
});
